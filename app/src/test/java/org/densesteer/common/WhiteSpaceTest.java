package org.densesteer.common;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WhiteSpaceTest {

  /** Every code point for which {@code chr(c).isspace()} holds in CPython 3.11.7. */
  private static final int[] PYTHON = {
    0x9, 0xa, 0xb, 0xc, 0xd, 0x1c, 0x1d, 0x1e, 0x1f, 0x20, 0x85, 0xa0, 0x1680, 0x2000, 0x2001,
    0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a, 0x2028, 0x2029, 0x202f,
    0x205f, 0x3000
  };

  @Test
  void isWhatPythonCallsSpace() {
    assertArrayEquals(
        PYTHON,
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT).filter(WhiteSpace::is).toArray());
  }

  @Test
  void isSkippedFromEitherEndUpToABound() {
    assertEquals(3, WhiteSpace.skip("a\u00a0\nb ", 1, 5));
    assertEquals(2, WhiteSpace.skip("a\u00a0\nb ", 1, 2));
    assertEquals(4, WhiteSpace.skipBack("a\u00a0\nb ", 0, 5));
    assertEquals(1, WhiteSpace.skipBack("a\u00a0\nb ", 1, 3));
  }
}
