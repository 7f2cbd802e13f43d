package org.densesteer.model.decoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.densesteer.common.AppFolders;
import org.densesteer.common.Cancellation;
import org.densesteer.common.EmbeddedFiles;
import org.densesteer.common.FaultException;
import org.densesteer.common.Progress;
import org.densesteer.model.Precision;
import org.densesteer.model.checkpoint.Checkpoint;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Weights that are cut off in the middle of an answer end it, and not the process. */
class CutWeightsTest {

  private static final PromptWatch WATCH = PromptWatch.stoppedBy(new Cancellation());

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"FLOAT32", "BFLOAT16"})
  void theNextStepSaysSo(String precision) throws IOException {
    assumeTrue(File.separatorChar == '/', "skipped: here nobody can change a mapped file");
    for (String name : List.of("config.json", "model.safetensors")) {
      Files.copy(EmbeddedFiles.sampleModel().resolve(name), folder.resolve(name));
    }
    Path weights = folder.resolve("model.safetensors");
    int[] ids = {1, 2, 3};
    try (Decoder decoder =
            Decoder.load(
                Checkpoint.open(folder),
                Arithmetic.choose(Precision.valueOf(precision), Long.MAX_VALUE),
                Progress.NONE,
                new Cancellation());
        KvCache cache = decoder.newCache(1, 8);
        PromptStates prompt = decoder.read(ids, WATCH);
        Sites none = decoder.sites(List.of())) {
      decoder.place(prompt, cache, 0, 0);
      decoder.step(new int[] {4}, cache, 3, new int[] {0}, none).close();
      try (FileChannel file = FileChannel.open(weights, StandardOpenOption.WRITE)) {
        file.truncate(4096);
      }
      String sentence =
          "The weights in "
              + weights
              + " were written over while the model was in use; open the model again.";
      assertEquals(
          sentence,
          assertThrows(
                  FaultException.class,
                  () -> decoder.step(new int[] {5}, cache, 4, new int[] {0}, none))
              .getMessage());
      assertEquals(
          sentence,
          assertThrows(FaultException.class, () -> decoder.read(ids, WATCH)).getMessage());
      assertEquals(
          sentence, assertThrows(FaultException.class, () -> decoder.nll(ids, none)).getMessage());
    }
  }

  /** What is kept of quantised weights is copied: steps go on, and whoever loads makes it anew. */
  @ParameterizedTest
  @EnumSource(
      value = Storage.class,
      names = {"INT8", "INT4"})
  void cuttingOffQuantisedWeightsDoesNotMatter(Storage storage) throws IOException {
    assumeTrue(File.separatorChar == '/', "skipped: here nobody can change a mapped file");
    assumeTrue(
        Arithmetic.choose(Precision.FLOAT32, 0).packed(), "This platform has no packed products.");
    System.setProperty(AppFolders.HOME_PROPERTY, folder.toString());
    try (Decoder first = quantised(storage);
        Decoder decoder = quantised(storage)) {
      float[] expected = stepped(first);
      assertArrayEquals(expected, stepped(decoder));
      try (FileChannel file =
          FileChannel.open(
              onlyFile(AppFolders.cache().resolve("quantised")), StandardOpenOption.WRITE)) {
        file.truncate(4096);
      }
      assertArrayEquals(expected, stepped(decoder));
      try (Decoder again = quantised(storage)) {
        assertArrayEquals(expected, stepped(again));
      }
    } finally {
      System.clearProperty(AppFolders.HOME_PROPERTY);
    }
  }

  private static float[] stepped(Decoder decoder) {
    try (KvCache cache = decoder.newCache(1, 8);
        Sites none = decoder.sites(List.of());
        StepResult result = decoder.step(new int[] {4}, cache, 0, new int[] {0}, none)) {
      return result.logits().toArray();
    }
  }

  private static Decoder quantised(Storage storage) {
    return Decoder.load(
        Checkpoint.open(EmbeddedFiles.sampleModel()),
        new Arithmetic(false, true, true, storage, ""),
        Progress.NONE,
        new Cancellation());
  }

  private static Path onlyFile(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findFirst().orElseThrow();
    }
  }
}
