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

  private MemoryNeed need(boolean bfloat16, boolean packed) {
    return LoadedSize.of(checkpoint, new Arithmetic(bfloat16, packed, ""));
  }

  @Test
  void weightsOfTheSameTypeAreMapped() {
    MemoryNeed need = need(true, false);
    assertEquals(checkpoint.weights().bytes(), need.weightBytes());
    assertEquals(2 * parameters, need.weightBytes() * need.copies(), 1);
  }

  @Test
  void weightsOfAnotherTypeAreConverted() {
    MemoryNeed need = need(false, false);
    assertEquals(4 * parameters, need.weightBytes() * need.copies(), 1);
  }

  @Test
  void packingAddsACopyOfEveryProductsWeights() {
    ModelConfig config = checkpoint.config();
    long norms = (2L * config.layers() + 1) * config.hiddenSize();
    long biases =
        config.qkvBias() ? config.layers() * (config.queryWidth() + 2L * config.kvWidth()) : 0;
    assertTrue(config.tiedHead());
    MemoryNeed need = need(false, true);
    double extra = (need.copies() - need(false, false).copies()) * need.weightBytes();
    assertEquals(4.0 * (parameters - norms - biases), extra, 1);
  }

  @Test
  void aModelThatDoesNotFitIsRefusedBeforeAnythingIsRead() throws IOException {
    for (String name : new String[] {"config.json", "model.safetensors"}) {
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
