package org.densesteer.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.densesteer.common.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubEnvironmentTest {

  @TempDir Path home;

  @Test
  void findsTheCacheAsPythonDoes() {
    assertEquals(home.resolve(".cache/huggingface/hub"), cache(Map.of()));
    assertEquals(Path.of("/x/huggingface/hub"), cache(Map.of("XDG_CACHE_HOME", "/x")));
    assertEquals(Path.of("/h/hub"), cache(Map.of("HF_HOME", "/h", "XDG_CACHE_HOME", "/x")));
    assertEquals(Path.of("/c"), cache(Map.of("HF_HUB_CACHE", "/c", "HF_HOME", "/h")));
    assertEquals(Path.of("/old"), cache(Map.of("HUGGINGFACE_HUB_CACHE", "/old")));
    assertEquals(home.resolve("hf/hub"), cache(Map.of("HF_HOME", "~/hf")));
    assertEquals(
        Path.of("/data/me/hub"),
        cache(Map.of("HF_HUB_CACHE", "$D/${U}/hub", "D", "/data", "U", "me")));
    assertEquals(home.resolve(".cache/huggingface/hub"), cache(Map.of("HF_HOME", " ")));
  }

  @Test
  void findsTheServer() {
    assertEquals(URI.create("https://huggingface.co"), of(Map.of()).endpoint());
    assertEquals(
        URI.create("https://hf-mirror.com"),
        of(Map.of("HF_ENDPOINT", "https://hf-mirror.com/")).endpoint());
    for (String wrong : new String[] {"hf-mirror.com", "ftp://x", "https://", "no address"}) {
      FaultException fault =
          assertThrows(
              FaultException.class, () -> of(Map.of("HF_ENDPOINT", wrong)).endpoint(), wrong);
      assertTrue(fault.getMessage().startsWith("HF_ENDPOINT is \""), fault.getMessage());
    }
  }

  @Test
  void findsTheToken() throws IOException {
    assertEquals(Optional.empty(), of(Map.of()).token());
    Path file = home.resolve(".cache/huggingface/token");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "hf_file\r\n");
    assertEquals(Optional.of("hf_file"), of(Map.of()).token());
    assertEquals(Optional.of("hf_env"), of(Map.of("HF_TOKEN", " hf_env\n")).token());
    assertEquals(
        Optional.of("hf_file"),
        of(Map.of("HF_TOKEN_PATH", file.toString(), "HF_HOME", "/no")).token());
  }

  @Test
  void knowsTheSwitches() {
    assertFalse(of(Map.of()).isOffline());
    assertTrue(of(Map.of("HF_HUB_OFFLINE", "1")).isOffline());
    assertTrue(of(Map.of("TRANSFORMERS_OFFLINE", "true")).isOffline());
    assertFalse(of(Map.of("HF_HUB_OFFLINE", "0")).isOffline());
    assertTrue(of(Map.of("HF_HUB_DISABLE_SYMLINKS", "yes")).symbolicLinksDisabled());
  }

  private Path cache(Map<String, String> variables) {
    return of(variables).cacheFolder();
  }

  private HubEnvironment of(Map<String, String> variables) {
    return new HubEnvironment(variables, home);
  }
}
