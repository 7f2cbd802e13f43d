package org.densesteer.ui.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;
import org.densesteer.steering.library.Combination;
import org.densesteer.ui.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CombineViewModelTest {

  @TempDir Path folder;

  private VectorsFixture ui;
  private CombineViewModel combine;

  @BeforeEach
  void open() {
    ui = new VectorsFixture(folder).with("a", "b");
    ui.select("a");
    combine = new CombineViewModel(ui.library, ui.tasks, ui.notices, VectorsFixture.CLOCK);
  }

  private void choose(int term, String name) {
    combine.terms().get(term).entryProperty().set(ui.entry(name));
  }

  private double norm(int layer) {
    SteeringVector preview = combine.previewProperty().get();
    assertNotNull(preview, combine.remarkProperty().get());
    return preview.norm(layer);
  }

  @Test
  void aSumIsSeenWhileItIsMadeAndSavedUnderItsName() {
    double own = Samples.vector(6, 192).norm(4);
    choose(1, "b");
    assertEquals(2 * own, norm(4), 1e-6);
    combine.terms().get(1).weightProperty().set(-0.5);
    assertEquals(0.5 * own, norm(4), 1e-6);
    assertEquals("a + b", combine.nameProperty().get());
    assertTrue(combine.save());
    VectorMetadata metadata = ui.entry("a + b").summary().metadata();
    assertEquals("weighted sum: 1.0·a -0.5·b", metadata.get(VectorMetadata.METHOD));
    assertEquals("a, b", metadata.get(Combination.SOURCES));
    assertEquals("2026-05-04T12:00:00Z", metadata.get(VectorMetadata.CREATED));
    assertEquals(0.5 * own, ui.entry("a + b").load().norm(4), 1e-6);
  }

  @Test
  void aSumWithAnEmptyRowIsNotSaved() {
    assertNull(combine.previewProperty().get());
    assertTrue(combine.remarkProperty().get().startsWith("Choose a vector in every row"));
    assertFalse(combine.save());
    combine.removeTerm(combine.terms().get(1));
    assertEquals(Samples.vector(6, 192).norm(4), norm(4), 1e-6);
    assertEquals("", combine.remarkProperty().get());
    assertTrue(combine.save());
  }

  @Test
  void aNameThatWasTypedIsKept() {
    combine.nameProperty().set("my sum");
    choose(1, "b");
    assertEquals("my sum", combine.nameProperty().get());
    assertTrue(combine.save());
    assertEquals("my sum", ui.library.selectedProperty().get().name());
  }

  @Test
  void aVectorProjectedOutOfItselfLeavesNothingAndIsSaid() {
    combine.operationProperty().set(CombineOperation.PROJECT_OUT);
    assertNull(combine.previewProperty().get());
    assertEquals("Choose two vectors.", combine.remarkProperty().get());
    assertFalse(combine.save());
    assertEquals("Choose two vectors.", ui.sentence());
    choose(1, "b");
    assertEquals(0, norm(4), 1e-6);
    assertTrue(combine.remarkProperty().get().contains("is zero at"));
    assertEquals("a without b", combine.nameProperty().get());
  }

  @Test
  void aNegatedVectorTakesNoSecondOne() {
    combine.operationProperty().set(CombineOperation.NEGATE);
    choose(1, "b");
    assertEquals(
        -Samples.vector(6, 192).direction(4)[0],
        combine.previewProperty().get().direction(4)[0],
        1e-6);
    assertEquals("a negated", combine.nameProperty().get());
  }

  @Test
  void factorsWorkLayerByLayerAndCanMakeAllNormsOne() {
    combine.operationProperty().set(CombineOperation.RESCALE);
    assertEquals(List.of(0, 1, 2, 3, 4, 5), combine.layers());
    combine.factors().put(4, 3.0);
    assertEquals(3 * Samples.vector(6, 192).norm(4), norm(4), 1e-6);
    assertEquals(Samples.vector(6, 192).norm(5), norm(5), 1e-6);
    combine.unitNorms();
    for (int layer = 0; layer < 6; layer++) {
      assertEquals(1, norm(layer), 1e-6);
    }
  }

  @Test
  void widthsThatDifferAreSaidAndNotSaved() {
    ui.store.add(Samples.vector(6, 64).renamed("narrow"), "", List.of());
    ui.library.refresh();
    choose(1, "narrow");
    assertNull(combine.previewProperty().get());
    assertTrue(combine.remarkProperty().get().contains("do not fit together"));
    assertFalse(combine.save());
  }

  @Test
  void vectorsOfDifferentModelsAreTold() {
    for (String print : List.of("0123", "4567")) {
      SteeringVector vector = Samples.vector(6, 192).renamed("of " + print);
      ui.store.add(
          vector.with(vector.metadata().with(VectorMetadata.MODEL_FINGERPRINT, print)),
          "",
          List.of());
    }
    ui.library.refresh();
    choose(0, "of 0123");
    choose(1, "of 0123");
    assertEquals("", combine.remarkProperty().get());
    choose(1, "of 4567");
    assertTrue(combine.remarkProperty().get().startsWith("The vectors were made with different"));
    assertTrue(combine.save());
  }
}
