package org.densesteer.extraction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LayerBandTest {

  private static Optional<LayerBand> band(double[] agreement, double[] cosineToNext) {
    List<LayerReport> layers = new ArrayList<>();
    for (int i = 0; i < agreement.length; i++) {
      layers.add(
          new LayerReport(
              i,
              1,
              i == 0 ? Double.NaN : cosineToNext[i - 1],
              i == agreement.length - 1 ? Double.NaN : cosineToNext[i],
              new CrossValidation(1, agreement[i])));
    }
    return LayerBand.of(layers);
  }

  @Test
  void neighboursThatAgreeNearlyAsWellBelongToIt() {
    assertEquals(
        Optional.of(new LayerBand(1, 2, 3)),
        band(
            new double[] {0.5, 0.75, 0.8, 0.73, 0.6, 0.79},
            new double[] {0.9, 0.9, 0.9, 0.9, 0.9}));
  }

  @Test
  void aTurnOfTheDirectionEndsIt() {
    assertEquals(
        Optional.of(new LayerBand(2, 2, 3)),
        band(new double[] {0.8, 0.8, 0.81, 0.8}, new double[] {0.9, 0.4, 0.9}));
  }

  @Test
  void firstAndLastLayerCanBeTheBest() {
    assertEquals(
        Optional.of(new LayerBand(0, 0, 0)), band(new double[] {0.9, 0.1}, new double[] {1}));
    assertEquals(
        Optional.of(new LayerBand(1, 1, 1)), band(new double[] {0.1, 0.9}, new double[] {1}));
  }

  @Test
  void withoutAgreementThereIsNone() {
    assertEquals(Optional.empty(), band(new double[] {-0.1, 0}, new double[] {1}));
    assertEquals(Optional.empty(), band(new double[] {Double.NaN}, new double[] {}));
  }

  @Test
  void itsEndsBelongToIt() {
    LayerBand band = new LayerBand(2, 3, 4);
    assertTrue(band.contains(2) && band.contains(4));
    assertFalse(band.contains(1) || band.contains(5));
  }
}
