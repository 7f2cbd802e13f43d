package org.densesteer.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.densesteer.common.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteFileTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "..", ".", "a/../b", "/a", "a/", "a//b", "a\\b", "", "C:x", ".hidden", "a\0b", "name."
      })
  void refusesNamesThatCouldLeadElsewhere(String name) {
    assertThrows(FaultException.class, () -> new RemoteFile(name, 1, "abc"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"model.safetensors-00001-of-00002.safetensors", "a/b c.safetensors", "ü"})
  void takesNamesThatStayInside(String name) {
    assertEquals(name, new RemoteFile(name, 1, "abc").name());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../x", "a/b", "a b", "abc.lock"})
  void refusesChecksumsThatAreNoFileNames(String etag) {
    assertThrows(FaultException.class, () -> new RemoteFile("config.json", 1, etag));
  }

  @Test
  void refusesAnUnknownSize() {
    assertEquals(
        "The server does not tell the size of config.json.",
        assertThrows(FaultException.class, () -> new RemoteFile("config.json", -1, "abc"))
            .getMessage());
  }
}
