package org.densesteer.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.densesteer.common.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentProxyTest {

  private static final URI HUB = URI.create("https://huggingface.co/x");

  @Test
  void withoutVariablesTheLineIsDirect() {
    assertEquals(List.of(Proxy.NO_PROXY), select(Map.of(), HUB));
  }

  @Test
  void eachSchemeHasItsProxy() {
    Map<String, String> variables =
        Map.of("HTTPS_PROXY", "http://proxy.uni.example:3128", "http_proxy", "plain.example:8080");
    assertEquals(proxy("proxy.uni.example", 3128), select(variables, HUB));
    assertEquals(proxy("plain.example", 8080), select(variables, URI.create("http://a.example")));
    assertEquals(proxy("any.example", 80), select(Map.of("ALL_PROXY", "any.example"), HUB));
  }

  @ParameterizedTest
  @CsvSource({
    "huggingface.co, true",
    "'example.org, .huggingface.co', true",
    "*.co, true",
    "co, true",
    "*, true",
    "face.co, false",
    "example.org, false",
    "'', false",
  })
  void someHostsAreReachedDirectly(String exempt, boolean direct) {
    Map<String, String> variables = new HashMap<>(Map.of("NO_PROXY", exempt));
    variables.put("https_proxy", "p.example:1");
    assertEquals(direct ? List.of(Proxy.NO_PROXY) : proxy("p.example", 1), select(variables, HUB));
  }

  @Test
  void thisMachineIsNeverBehindAProxy() {
    Map<String, String> variables = Map.of("all_proxy", "p.example:1");
    for (String host : List.of("localhost", "127.0.0.1", "[::1]")) {
      URI address = URI.create("http://" + host + ":8080/");
      assertEquals(List.of(Proxy.NO_PROXY), select(variables, address), host);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"socks5://p.example:1", "http://me:secret@p.example:1", "http://[", "::"})
  void refusesWhatItCannotUse(String proxy) {
    FaultException fault =
        assertThrows(FaultException.class, () -> select(Map.of("https_proxy", proxy), HUB));
    assertTrue(fault.getMessage().startsWith("The proxy that the environment names"));
    assertFalse(fault.getMessage().contains("secret"));
  }

  private static List<Proxy> select(Map<String, String> variables, URI address) {
    return new EnvironmentProxy(new HubEnvironment(variables, Path.of("/home")), null)
        .select(address);
  }

  private static List<Proxy> proxy(String host, int port) {
    return List.of(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port)));
  }
}
