package org.densesteer.hub;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.densesteer.common.FaultException;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the proxy that {@code HTTPS_PROXY}, {@code HTTP_PROXY}, {@code ALL_PROXY} and {@code
 * NO_PROXY} name, as other download tools do; Java itself knows only its own system properties,
 * which decide where the variables are not set.
 */
final class EnvironmentProxy extends ProxySelector {

  private static final List<Proxy> DIRECT = List.of(Proxy.NO_PROXY);

  private final HubEnvironment environment;
  private final @Nullable ProxySelector otherwise;

  EnvironmentProxy(HubEnvironment environment, @Nullable ProxySelector otherwise) {
    this.environment = environment;
    this.otherwise = otherwise;
  }

  /**
   * Looks at the choice for an address before the HTTP client does, which would hide the sentence.
   *
   * @throws FaultException when a proxy is named that cannot be used
   */
  void check(URI uri) {
    select(uri);
  }

  @Override
  public List<Proxy> select(URI uri) {
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    Optional<String> proxy = either(scheme + "_proxy").or(() -> either("all_proxy"));
    if (proxy.isEmpty()) {
      return otherwise == null ? DIRECT : otherwise.select(uri);
    }
    return isExempt(uri.getHost()) ? DIRECT : List.of(parse(proxy.get()));
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException failure) {
    if (otherwise != null) {
      otherwise.connectFailed(uri, address, failure);
    }
  }

  /** Names in {@code NO_PROXY} hold for their sub-domains too; {@code *} holds for everything. */
  private boolean isExempt(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    if (name.equals("localhost") || name.startsWith("127.") || name.equals("[::1]")) {
      return true;
    }
    for (String entry : either("no_proxy").orElse("").toLowerCase(Locale.ROOT).split("[,\\s]+")) {
      String domain = entry.replaceFirst("^\\*?\\.", "");
      if (entry.equals("*")
          || (!domain.isEmpty() && (name.equals(domain) || name.endsWith("." + domain)))) {
        return true;
      }
    }
    return false;
  }

  private Optional<String> either(String name) {
    return environment.variable(name).or(() -> environment.variable(name.toUpperCase(Locale.ROOT)));
  }

  private static Proxy parse(String text) {
    try {
      URI uri = URI.create(text.contains("://") ? text : "http://" + text);
      if (uri.getHost() != null && uri.getScheme().matches("https?") && uri.getUserInfo() == null) {
        int port = uri.getPort() > 0 ? uri.getPort() : 80;
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(uri.getHost(), port));
      }
    } catch (IllegalArgumentException e) {
      // Said below, in the same words as for an address of another kind.
    }
    throw new FaultException(
        "The proxy that the environment names cannot be used: HTTPS_PROXY should be like"
            + " http://proxy.example:3128, without a password.");
  }
}
