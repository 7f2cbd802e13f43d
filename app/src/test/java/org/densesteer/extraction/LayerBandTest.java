package org.densesteer.extraction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LayerBandTest {

  /** Layers of these shares, with a mean cosine that falls from layer to layer. */
  private static Optional<LayerBand> band(double[] shares, double... cosineToPrevious) {
    List<LayerReport> layers = new ArrayList<>();
    for (int i = 0; i < shares.length; i++) {
      layers.add(
          new LayerReport(
              i,
              1,
              i == 0 ? Double.NaN : cosineToPrevious[i - 1],
              new CrossValidation(shares[i], 0.8 - 0.1 * i)));
    }
    return LayerBand.of(layers);
  }

  @Test
  void theLongestSteadyRunIsChosen() {
    assertEquals(
        Optional.of(new LayerBand(1, 4)),
        band(new double[] {1, 1, 1, 1, 1, 1}, 0.81, 0.92, 0.94, 0.97, 0.86));
  }

  @Test
  void aLayerAtWhichPairsDisagreeEndsIt() {
    assertEquals(
        Optional.of(new LayerBand(2, 3)), band(new double[] {1, 0.8, 0.98, 0.96, 0.9}, 1, 1, 1, 1));
  }

  @Test
  void ofEqualRunsTheOneWithBetterAgreementIsChosen() {
    assertEquals(Optional.of(new LayerBand(0, 1)), band(new double[] {1, 1, 1, 1}, 0.9, 0.2, 0.9));
  }

  @Test
  void aLayerAloneCanBeABand() {
    assertEquals(Optional.of(new LayerBand(0, 0)), band(new double[] {1}));
    assertEquals(Optional.of(new LayerBand(1, 1)), band(new double[] {0.1, 0.9}, 1));
  }

  @Test
  void withoutAgreementThereIsNone() {
    assertEquals(Optional.empty(), band(new double[] {0.4, 0.3}, 1));
    assertEquals(Optional.empty(), band(new double[] {Double.NaN, Double.NaN}, 1));
    assertEquals(Optional.empty(), LayerBand.of(List.of()));
  }

  @Test
  void itsBestLayerIsWhereHeldOutPairsAgreeBest() {
    List<LayerReport> layers = new ArrayList<>();
    for (double cosine : new double[] {0.9, 0.4, 0.6, 0.5, 0.8}) {
      layers.add(new LayerReport(layers.size(), 1, 1, new CrossValidation(1, cosine)));
    }
    assertEquals(2, new LayerBand(1, 3).best(layers));
    assertEquals(0, new LayerBand(0, 4).best(layers));
  }

  @Test
  void itsEndsBelongToIt() {
    LayerBand band = new LayerBand(2, 4);
    assertTrue(band.contains(2) && band.contains(4));
    assertFalse(band.contains(1) || band.contains(5));
  }
}
