package org.densesteer.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrecisionTest {

  @ParameterizedTest
  @EnumSource
  void isFoundByItsLabelAndSaysWhatItMeans(Precision precision) {
    assertEquals(Optional.of(precision), Precision.ofLabel(precision.label()));
    assertTrue(precision.consequence().endsWith("."), precision.consequence());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AUTO", "float8"})
  void unknownLabelsAreNone(String label) {
    assertEquals(Optional.empty(), Precision.ofLabel(label));
  }
}
