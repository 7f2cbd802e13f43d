package org.densesteer.samplemaker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.densesteer.common.Cancellation;
import org.densesteer.common.Progress;
import org.densesteer.model.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleModelTrainerTest {

  private static final SampleRecipe SHORT = new SampleRecipe(4, 2, 288, Precision.FLOAT32, 7);

  @TempDir private Path folder;

  @Test
  void aStoppedTrainingEndsInTheSameModel() throws IOException {
    Path whole = folder.resolve("whole");
    train(whole, Progress.NONE, new Cancellation());

    Path resumed = folder.resolve("resumed");
    Cancellation cancellation = new Cancellation();
    Progress stopHalfway =
        (what, fraction) -> {
          if (fraction >= 0.5) {
            cancellation.request();
          }
        };
    assertThrows(CancellationException.class, () -> train(resumed, stopHalfway, cancellation));
    assertTrue(Files.notExists(resumed.resolve("model.safetensors")));
    train(resumed, Progress.NONE, new Cancellation());

    assertArrayEquals(
        Files.readAllBytes(whole.resolve("model.safetensors")),
        Files.readAllBytes(resumed.resolve("model.safetensors")));
  }

  private void train(Path model, Progress progress, Cancellation cancellation) {
    Path state = folder.resolve(model.getFileName() + ".state");
    SampleModelTrainer.train(SHORT, model, state, progress, cancellation);
  }
}
