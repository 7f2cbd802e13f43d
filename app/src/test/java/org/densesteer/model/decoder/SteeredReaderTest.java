package org.densesteer.model.decoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.densesteer.common.AppFolders;
import org.densesteer.common.Cancellation;
import org.densesteer.common.EmbeddedFiles;
import org.densesteer.common.Progress;
import org.densesteer.model.Precision;
import org.densesteer.model.checkpoint.Checkpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that read a prompt together have, to the last bit, what each has when it reads it alone. */
class SteeredReaderTest {

  private static final PromptWatch WATCH = (read, all) -> {};

  @TempDir Path home;

  @BeforeEach
  void ownFolder() {
    System.setProperty(AppFolders.HOME_PROPERTY, home.toString());
  }

  @AfterEach
  void usualFolder() {
    System.clearProperty(AppFolders.HOME_PROPERTY);
  }

  private static Decoder load(Storage storage, boolean bfloat16) {
    assumeTrue(
        Arithmetic.choose(Precision.FLOAT32, 0).packed(), "This platform has no packed products.");
    assumeTrue(
        !bfloat16 || Arithmetic.choose(Precision.AUTO, Long.MAX_VALUE).bfloat16(),
        "This processor does not compute in bfloat16.");
    int threads = bfloat16 ? Runtime.getRuntime().availableProcessors() : 1;
    return Decoder.load(
        Checkpoint.open(EmbeddedFiles.sampleModel()),
        new Arithmetic(bfloat16, true, !bfloat16, storage, ""),
        new StepThreads(threads, false),
        Progress.NONE,
        new Cancellation());
  }

  /** Sites of one row: a layer of its own, and for the last of all a second one. */
  private static List<Sites> sites(Decoder decoder, int rows, int positions) {
    int hidden = decoder.checkpoint().config().hiddenSize();
    int layers = decoder.checkpoint().config().layers();
    Random random = new Random(5);
    List<Sites> all = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      List<Site> own = new ArrayList<>();
      // Not by ascending layers, and some of one layer.
      own.add(site((5 * row + 2) % layers, row % 3, hidden, positions, random));
      if (row == rows - 1) {
        own.add(site(0, Site.ADD, hidden, positions, random));
      }
      all.add(decoder.sites(own));
    }
    return all;
  }

  private static Site site(int layer, int operator, int hidden, int positions, Random random) {
    float[] direction = new float[hidden];
    IntStream.range(0, hidden).forEach(i -> direction[i] = (float) random.nextGaussian() / 10);
    float[] strengths = new float[positions];
    Arrays.fill(strengths, 0.7f);
    return new Site(layer, operator, new float[][] {direction}, new float[][] {strengths});
  }

  /** Logits of the prompt's end, what the sites did, and logits of a step that reads the cache. */
  private static List<float[]> all(
      Decoder decoder, KvCache cache, List<StepResult> read, int length) {
    List<float[]> found = new ArrayList<>();
    for (StepResult result : read) {
      assertEquals(1, result.logits().rows());
      found.add(result.logits().toArray());
      result.reports().forEach(report -> found.add(report.change()));
      result.close();
    }
    int[] ids = new int[read.size()];
    int[] starts = new int[ids.length];
    Arrays.fill(ids, 17);
    Arrays.fill(starts, 3);
    try (Sites none = decoder.sites(List.of());
        StepResult step = decoder.step(ids, cache, length + 3, starts, none)) {
      found.add(step.logits().toArray());
    }
    return found;
  }

  @ParameterizedTest
  @CsvSource({
    "FULL, true, 23",
    "FULL, true, 48",
    "FULL, false, 48",
    "INT8_PLANES, true, 48",
    "INT8_PLANES, false, 23",
    "INT4, true, 48"
  })
  void togetherIsAsAlone(Storage storage, boolean bfloat16, int length) {
    try (Decoder decoder = load(storage, bfloat16);
        PromptStates prompt =
            decoder.read(
                IntStream.range(0, length).map(i -> (13 * i + 7) % 400).toArray(),
                new Cancellation());
        KvCache one = decoder.newCache(12, length + 4);
        KvCache other = decoder.newCache(12, length + 4)) {
      List<Sites> sites = sites(decoder, 12, length);
      int[] rows = {3, 1, 0, 2, 11, 5, 4, 7, 8, 10, 6, 9};
      List<StepResult> alone = new ArrayList<>();
      for (int i = 0; i < rows.length; i++) {
        alone.add(decoder.rereadSteered(prompt, sites.get(i), one, rows[i], 3, WATCH));
      }
      List<StepResult> together = decoder.rereadSteered(prompt, sites, other, rows, 3, WATCH);
      List<float[]> expected = all(decoder, one, alone, length);
      List<float[]> actual = all(decoder, other, together, length);
      for (int i = 0; i < expected.size(); i++) {
        assertArrayEquals(expected.get(i), actual.get(i), 0, "value " + i);
      }
      sites.forEach(Sites::close);
    }
  }
}
