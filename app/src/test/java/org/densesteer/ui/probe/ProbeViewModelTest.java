package org.densesteer.ui.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.densesteer.extraction.ContrastivePair;
import org.densesteer.extraction.MadeProbe;
import org.densesteer.extraction.QuestionTemplate;
import org.densesteer.steering.CosineGate;
import org.densesteer.steering.SteeringVector;
import org.densesteer.ui.ViewModels;
import org.densesteer.ui.steering.GateInUse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Making a probe in the window. */
class ProbeViewModelTest {

  @TempDir Path folder;

  private final ViewModels window = new ViewModels();
  private final List<ContrastivePair> pairs = new ArrayList<>();
  private final List<SteeringVector> kept = new ArrayList<>();
  private final ProbeViewModel probe =
      new ProbeViewModel(
          window.models,
          window.prompts,
          window.steering,
          () -> List.copyOf(pairs),
          () -> Optional.of(new QuestionTemplate("{question}")),
          vector -> {
            kept.add(vector);
            return folder.resolve("kept.safetensors");
          },
          window.tasks,
          window.notices);

  private String notice() {
    return Objects.requireNonNull(window.notices.lastProperty().get()).sentence();
  }

  private Path questions(String name, String... lines) throws IOException {
    return Files.write(folder.resolve(name), List.of(lines));
  }

  private MadeProbe made() {
    return Objects.requireNonNull(probe.madeProperty().get());
  }

  @Test
  void pairsBecomeTheGateInUse() {
    window.open();
    probe.originProperty().set(ProbeOrigin.PAIRS);
    assertFalse(probe.onceProperty().get());
    for (int i = 0; i < 4; i++) {
      pairs.add(new ContrastivePair("q", "sparse answer", "dense"));
    }
    probe.make();
    assertFalse(probe.busyProperty().get());
    assertEquals(2, made().layers().size());
    boolean[] done = {false};
    probe.use(made().layers().get(1), () -> done[0] = true);
    assertTrue(done[0]);
    assertEquals("probe-pairs", kept.get(0).name());
    GateInUse gate = window.steering.stateProperty().get().gate();
    CosineGate cosine = assertInstanceOf(CosineGate.class, gate.gate());
    assertFalse(cosine.once());
    assertEquals(1, cosine.probe().layer());
    assertEquals(made().layers().get(1).bound(), cosine.bound());
    assertEquals("kept", Objects.requireNonNull(gate.probe()).name());
    window.steering.undo();
    assertTrue(window.steering.stateProperty().get().gate().gate().constant());
  }

  /** Of the scripted model, all prompts end alike at layer 1. */
  @Test
  void questionsOfTwoFilesAreReadAtTheLastTokenOfTheirPrompts() throws IOException {
    window.open();
    assertTrue(probe.onceProperty().get());
    probe.openProperty().set(questions("wide.txt", "aaa", "aaa", "", "aaa", "aaa"));
    probe.shutProperty().set(questions("slim.txt", "a", "a", "a", "a"));
    probe.make();
    assertEquals("Both kinds of prompts have the same mean: nothing tells them apart.", notice());
    assertEquals(List.of(8), window.engine.extraction.passes);
  }

  @Test
  void whatIsMissingIsSaid() throws IOException {
    probe.make();
    assertEquals("No model is loaded; choose one in the toolbar first.", notice());
    window.open();
    probe.make();
    assertEquals("Choose a file of questions for each kind first.", notice());
    probe.openProperty().set(questions("one.txt", "a"));
    probe.shutProperty().set(folder.resolve("nowhere.txt"));
    probe.make();
    assertTrue(notice().contains("nowhere.txt"), notice());
    probe.shutProperty().set(questions("two.txt", "b", "c"));
    probe.make();
    assertEquals("A probe needs at least 4 texts of each kind, not 1 and 2.", notice());
    probe.originProperty().set(ProbeOrigin.PAIRS);
    probe.make();
    assertTrue(notice().startsWith("No pair of the Extract page is in use"), notice());
    assertNull(probe.madeProperty().get());
  }
}
