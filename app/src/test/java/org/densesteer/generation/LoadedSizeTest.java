package org.densesteer.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.densesteer.common.Cancellation;
import org.densesteer.common.FaultException;
import org.densesteer.common.Progress;
import org.densesteer.model.Precision;
import org.densesteer.model.checkpoint.Checkpoint;
import org.densesteer.model.checkpoint.ModelConfig;
import org.densesteer.model.decoder.Arithmetic;
import org.densesteer.model.memory.FreeMemory;
import org.densesteer.model.memory.MemoryNeed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadedSizeTest {

  private static final Path MODEL = Path.of("app", "sample-model");

  private final Checkpoint checkpoint = Checkpoint.open(MODEL);
  private final long parameters = checkpoint.weights().parameters();
  @TempDir Path folder;

  private Arithmetic arithmetic(Precision precision) {
    return Arithmetic.choose(precision, checkpoint.weights().bytes());
  }

  /** Bytes for the weights alone. */
  private double weightBytes(Arithmetic arithmetic) {
    MemoryNeed need = LoadedSize.of(checkpoint, arithmetic);
    assertEquals(checkpoint.weights().bytes(), need.weightBytes());
    return need.weightBytes() * need.copies();
  }

  /** Weights of matrix products, which have a packed copy where the platform can pack. */
  private long packed(Arithmetic arithmetic) {
    ModelConfig config = checkpoint.config();
    assertTrue(config.tiedHead());
    long norms = (2L * config.layers() + 1) * config.hiddenSize();
    long biases =
        config.biases().qkv() ? config.layers() * (config.queryWidth() + 2L * config.kvWidth()) : 0;
    return arithmetic.packed() ? parameters - norms - biases : 0;
  }

  @Test
  void weightsOfTheSameTypeAreMappedAndPacked() {
    Arithmetic arithmetic = arithmetic(Precision.BFLOAT16);
    assertEquals(2.0 * (parameters + packed(arithmetic)), weightBytes(arithmetic), 1);
  }

  @Test
  void weightsOfAnotherTypeAreConvertedAndPacked() {
    Arithmetic arithmetic = arithmetic(Precision.FLOAT32);
    assertEquals(4.0 * (parameters + packed(arithmetic)), weightBytes(arithmetic), 1);
  }

  @Test
  void aModelThatDoesNotFitIsRefusedBeforeItsWeightsAreRead() throws IOException {
    for (String name :
        new String[] {
          "config.json", "model.safetensors", "tokenizer.json", "tokenizer_config.json"
        }) {
      Files.copy(MODEL.resolve(name), folder.resolve(name));
    }
    FaultException fault =
        assertThrows(
            FaultException.class,
            () ->
                ModelSession.open(
                    folder,
                    Precision.FLOAT32,
                    () -> new FreeMemory(1_000_000, "in this test"),
                    Progress.NONE,
                    new Cancellation()));
    assertTrue(
        fault.getMessage().startsWith(folder.getFileName() + " needs about "), fault.getMessage());
    assertTrue(
        fault.getMessage().contains("only 1.0 MB is free (in this test)"), fault.getMessage());
  }

  @Test
  void aCancelledLoadStopsAtOnce() {
    Cancellation cancelled = new Cancellation();
    cancelled.request();
    assertThrows(
        CancellationException.class,
        () -> ModelSession.open(MODEL, Precision.AUTO, Progress.NONE, cancelled));
  }
}
