package org.densesteer.model.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteSizeTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0 bytes",
    "1, 1 byte",
    "999, 999 bytes",
    "1000, 1.0 kB",
    "9449999, 9.4 MB",
    "99940000, 99.9 MB",
    "99960000, 100 MB",
    "988097824, 988 MB",
    "999700000, 1.0 GB",
    "6170000000, 6.2 GB",
    "9223372036854775807, 9.2 EB",
  })
  void givesThreeFiguresAtMost(long bytes, String text) {
    assertEquals(text, ByteSize.text(bytes));
  }
}
