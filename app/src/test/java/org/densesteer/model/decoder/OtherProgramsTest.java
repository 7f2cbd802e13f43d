package org.densesteer.model.decoder;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class OtherProgramsTest {

  @Test
  void theyTakeNoMoreThanThereIs() {
    OtherPrograms others = new OtherPrograms();
    int cores = Runtime.getRuntime().availableProcessors();
    for (int i = 0; i < 3; i++) {
      double taken = others.getAsDouble();
      assertTrue(Double.isNaN(taken) || taken >= 0 && taken <= cores, "took " + taken);
    }
  }
}
