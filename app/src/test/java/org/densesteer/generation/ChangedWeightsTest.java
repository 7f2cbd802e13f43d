package org.densesteer.generation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.densesteer.common.Cancellation;
import org.densesteer.common.EmbeddedFiles;
import org.densesteer.common.FaultException;
import org.densesteer.common.Progress;
import org.densesteer.model.Precision;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangedWeightsTest {

  @TempDir Path folder;
  private Path weights;

  @BeforeEach
  void copy() throws IOException {
    assumeTrue(File.separatorChar == '/', "skipped: here nobody can change a mapped file");
    for (String name :
        List.of("config.json", "model.safetensors", "tokenizer.json", "tokenizer_config.json")) {
      Files.copy(EmbeddedFiles.sampleModel().resolve(name), folder.resolve(name));
    }
    weights = folder.resolve("model.safetensors");
  }

  private ModelSession open() {
    return ModelSession.open(folder, Precision.FLOAT32, Progress.NONE, new Cancellation());
  }

  private static double[] score(ModelSession session) {
    return session
        .score(session.rawPrompt(new int[] {1, 2}), new int[] {3, 4}, List.of(), false)
        .join()
        .nllWithPrompt();
  }

  @Test
  void weightsThatWereWrittenOverAreNotUsedAnyMore() throws IOException {
    try (ModelSession session = open()) {
      score(session);
      try (FileChannel file = FileChannel.open(weights, StandardOpenOption.WRITE)) {
        file.truncate(file.size() / 2);
      }
      CompletionException failure = assertThrows(CompletionException.class, () -> score(session));
      assertEquals(FaultException.class, failure.getCause().getClass());
      assertEquals(
          "The weights in "
              + weights
              + " were written over while the model was in use; open the model again.",
          failure.getCause().getMessage());
    }
  }

  /** As a download or a package manager does it: the model goes on with what it opened. */
  @Test
  void weightsThatWereReplacedOrRemovedDoNotMatter() throws IOException {
    try (ModelSession session = open()) {
      double[] before = score(session);
      Path other = Files.write(folder.resolve("other"), new byte[100]);
      Files.move(other, weights, StandardCopyOption.REPLACE_EXISTING);
      assertArrayEquals(before, score(session));
      Files.delete(weights);
      assertArrayEquals(before, score(session));
    }
  }
}
