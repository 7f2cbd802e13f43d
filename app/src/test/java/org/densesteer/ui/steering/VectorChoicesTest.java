package org.densesteer.ui.steering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.file.Path;
import java.util.List;
import org.densesteer.common.FaultException;
import org.densesteer.ui.Samples;
import org.densesteer.ui.ScriptedEngine;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.SameThreadTasks;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.settings.Source;
import org.junit.jupiter.api.Test;

class VectorChoicesTest {

  private static final Source OTHER = Source.vector(Path.of("/vectors/other.dense.pt"));

  private final Notices notices = new Notices();
  private final Settings settings = new Settings();
  private final SameThreadTasks tasks = new SameThreadTasks();
  private final SteeringViewModel steering =
      new SteeringViewModel(
          new ModelViewModel(
              (folder, progress, cancellation) -> new ScriptedEngine(192, 6, 0),
              () -> Path.of("/sample"),
              tasks,
              notices,
              settings),
          settings);
  private final VectorChoices vectors =
      new VectorChoices(this::read, steering, tasks, notices, settings);

  private OpenedVector read(Source source) {
    if (source.name().equals("broken")) {
      throw new FaultException("The file broken.safetensors ends in the middle of its header.");
    }
    return new OpenedVector(
        Samples.vector(6, 192).renamed(source.name()),
        source.path() == null ? List.of() : List.of("The file names no model."));
  }

  @Test
  void aVectorFileIsRememberedAndItsWarningShown() {
    vectors.open(OTHER);
    assertEquals("other.dense", steering.vectorProperty().getValue().vector().name());
    assertEquals(OTHER.key(), settings.vectorProperty().get());
    assertEquals(List.of(Source.SAMPLE_VECTOR, OTHER), vectors.all());
    assertNotNull(notices.shownProperty().get());
    assertEquals(Notice.Severity.WARNING, notices.shownProperty().get().severity());
  }

  @Test
  void aBrokenFileLeavesTheOldVector() {
    vectors.open(Source.SAMPLE_VECTOR);
    vectors.open(Source.vector(Path.of("/vectors/broken.safetensors")));
    assertEquals(Source.SAMPLE_VECTOR, steering.vectorProperty().getValue().source());
    assertEquals(Settings.SAMPLE, settings.vectorProperty().get());
    assertEquals(
        "The file broken.safetensors ends in the middle of its header.",
        notices.shownProperty().get().sentence());
  }

  @Test
  void theLastChoiceWinsWhateverArrivesFirst() {
    tasks.hold();
    vectors.open(OTHER);
    vectors.open(Source.SAMPLE_VECTOR);
    tasks.release();
    assertEquals(Source.SAMPLE_VECTOR, steering.vectorProperty().getValue().source());
  }

  @Test
  void whatIsStillBeingReadGivesWayToAnotherChoice() {
    vectors.open(Source.SAMPLE_VECTOR);
    vectors.open(OTHER);
    tasks.hold();
    vectors.open(Source.vector(Path.of("/vectors/late.pt")));
    steering.undo();
    tasks.release();
    assertEquals(Source.SAMPLE_VECTOR, steering.vectorProperty().getValue().source());
    assertEquals(Settings.SAMPLE, settings.vectorProperty().get());
  }

  @Test
  void theLibraryIsOfferedAndNothingTwice() {
    Source kept = Source.vector(Path.of("/library/kept.safetensors"));
    vectors.open(OTHER);
    vectors.offer(List.of(kept, OTHER, Source.SAMPLE_VECTOR));
    assertEquals(List.of(Source.SAMPLE_VECTOR, kept, OTHER), vectors.all());
  }

  @Test
  void aFileThatIsGoneIsNoLongerOffered() {
    vectors.open(OTHER);
    vectors.gone(Path.of("/vectors/other.dense.pt"));
    assertEquals(List.of(Source.SAMPLE_VECTOR), vectors.all());
  }
}
