package org.densesteer.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FaultExceptionTest {

  private static String shown(String sentence) {
    return new FaultException(sentence).getMessage();
  }

  @Test
  void whatStrangersCallTheirThingsStaysOneReadableLine() {
    assertEquals("Tensor a b c d.", shown("Tensor a\n\u0000b\u2028c\u202ed."));
    assertEquals(
        "Tensor \ufffd, \ufffd, \ud83e\udd86.", shown("Tensor \ud83e, \udd86, \ud83e\udd86."));
  }

  @Test
  void aCutLeavesNoHalfLetter() {
    for (int before = 990; before < 1001; before++) {
      String cut = shown("x".repeat(before) + "\ud83e\udd86".repeat(20));
      assertTrue(cut.length() <= 1000 && cut.endsWith("…"), cut);
      assertEquals(cut, new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    }
  }
}
