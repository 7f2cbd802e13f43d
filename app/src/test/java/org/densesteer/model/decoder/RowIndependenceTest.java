package org.densesteer.model.decoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

/**
 * Which other rows a row's logits depend on, to the last bit. What was measured, and where it does
 * not hold, stands in {@code docs/decisions/0014-sweep-batches.md}; here is what holds for sure:
 * brain floats on all cores, and single-precision floats on one thread, in every form of weights.
 */
class RowIndependenceTest {

  private static final int STEPS = 3;

  private static final int[] ROWS = {2, 3, 4, 5, 17};

  @TempDir Path home;

  @BeforeEach
  void ownFolder() {
    System.setProperty(AppFolders.HOME_PROPERTY, home.toString());
  }

  @AfterEach
  void usualFolder() {
    System.clearProperty(AppFolders.HOME_PROPERTY);
  }

  /** The sample model; the test is skipped where the processor lacks what it is to compute with. */
  private static Decoder load(Storage storage, boolean bfloat16) {
    return load(
        storage,
        bfloat16,
        new StepThreads(bfloat16 ? Runtime.getRuntime().availableProcessors() : 1, false, () -> 0));
  }

  private static Decoder load(Storage storage, boolean bfloat16, StepThreads threads) {
    assumeTrue(
        Arithmetic.choose(Precision.FLOAT32, 0).packed(), "This platform has no packed products.");
    assumeTrue(
        !bfloat16 || Arithmetic.choose(Precision.AUTO, Long.MAX_VALUE).bfloat16(),
        "This processor does not compute in bfloat16.");
    assumeTrue(
        storage != Storage.INT8_PLANES || IntegerProducts.usable(),
        "This processor has no fast 8-bit products.");
    return Decoder.load(
        Checkpoint.open(EmbeddedFiles.sampleModel()),
        new Arithmetic(bfloat16, true, !bfloat16, storage, ""),
        threads,
        Progress.NONE,
        new Cancellation());
  }

  /** Texts of their own tokens, some positions long, the first {@code length} long. */
  private static List<PromptStates> texts(Decoder decoder, int count, int length, int shorter) {
    List<PromptStates> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int[] ids = new int[length - Math.min(i, 1) * shorter * (1 + i % 5)];
      for (int at = 0; at < ids.length; at++) {
        ids[at] = (7 * i * i + 13 * at + 31 * (at % (i + 2))) % 400;
      }
      texts.add(decoder.read(ids, new Cancellation()));
    }
    return texts;
  }

  /** One row's logits of several steps, when texts end at the same place and then go on. */
  private static float[][] logits(Decoder decoder, List<PromptStates> texts, int row) {
    int end = texts.stream().mapToInt(PromptStates::length).max().orElseThrow();
    int[] starts = texts.stream().mapToInt(text -> end - text.length()).toArray();
    float[][] logits = new float[STEPS][];
    try (KvCache cache = decoder.newCache(texts.size(), end + STEPS);
        Sites none = decoder.sites(List.of())) {
      for (int i = 0; i < starts.length; i++) {
        decoder.place(texts.get(i), cache, i, starts[i]);
      }
      for (int step = 0; step < STEPS; step++) {
        int now = step;
        int[] ids = texts.stream().mapToInt(text -> text.tokenIds()[now]).toArray();
        try (StepResult result = decoder.step(ids, cache, end + step, starts, none)) {
          logits[step] = result.logits().row(row);
        }
      }
    }
    return logits;
  }

  private static void assertSame(float[][] expected, float[][] actual, String message) {
    for (int step = 0; step < STEPS; step++) {
      assertArrayEquals(expected[step], actual[step], 0, message + ", step " + step);
    }
  }

  private static void close(List<PromptStates> texts) {
    texts.forEach(PromptStates::close);
  }

  /** As arms of one prompt are: one more arm, or an answer that has ended, changes no other. */
  @ParameterizedTest
  @CsvSource({
    "FULL, true",
    "FULL, false",
    "INT8_PLANES, true",
    "INT8_PLANES, false",
    "INT8, true",
    "INT8, false",
    "INT4, true",
    "INT4, false"
  })
  void aRowDependsNeitherOnTheNumberOfRowsOfOneLengthNorOnItsPlace(
      Storage storage, boolean bfloat16) {
    try (Decoder decoder = load(storage, bfloat16)) {
      List<PromptStates> texts = texts(decoder, 17, 23, 0);
      float[][] alone = logits(decoder, texts.subList(0, 1), 0);
      for (int rows : ROWS) {
        List<PromptStates> first = new ArrayList<>(texts.subList(0, rows));
        assertSame(alone, logits(decoder, first, 0), "first of " + rows);
        first.add(first.remove(0));
        assertSame(alone, logits(decoder, first, rows - 1), "last of " + rows);
      }
      close(texts);
    }
  }

  /** So that a step can do with fewer threads while another program takes a core. */
  @ParameterizedTest
  @CsvSource({"FULL", "INT8_PLANES", "INT8", "INT4"})
  void brainFloatsDoNotDependOnTheNumberOfThreads(Storage storage) {
    float[][] one = withThreads(1, storage);
    assertSame(one, withThreads(2, storage), "two threads");
  }

  private static float[][] withThreads(int threads, Storage storage) {
    try (Decoder decoder = load(storage, true, new StepThreads(threads, false, () -> 0))) {
      List<PromptStates> texts = texts(decoder, 5, 23, 0);
      float[][] logits = logits(decoder, texts, 3);
      close(texts);
      return logits;
    }
  }

  /**
   * As the answers of a sweep are, whose prompts differ in length: a matter of attention, so that
   * the forms of weights whose products are those of floats need not all be tried.
   */
  @ParameterizedTest
  @CsvSource({"FULL, true", "FULL, false", "INT8_PLANES, true", "INT8_PLANES, false"})
  void ofRowsThatBeginLaterOnlyTheWayToTheFirstCounts(Storage storage, boolean bfloat16) {
    try (Decoder decoder = load(storage, bfloat16)) {
      List<PromptStates> texts = texts(decoder, 17, 23, 3);
      float[][] longest = logits(decoder, texts.subList(0, 1), 0);
      float[][] shorter = logits(decoder, texts.subList(0, 2), 1);
      for (int rows : ROWS) {
        List<PromptStates> first = texts.subList(0, rows);
        assertSame(longest, logits(decoder, first, 0), "the longest of " + rows);
        assertSame(shorter, logits(decoder, first, 1), "a shorter of " + rows);
      }
      close(texts);
    }
  }

  /** Positions that are computed at once, as drafted tokens are, have the bits of single steps. */
  @ParameterizedTest
  @CsvSource({
    "FULL, true",
    "FULL, false",
    "INT8_PLANES, true",
    "INT8_PLANES, false",
    "INT8, true",
    "INT8, false",
    "INT4, true",
    "INT4, false"
  })
  void positionsThatAreComputedAtOnceAreThoseOfSingleSteps(Storage storage, boolean bfloat16) {
    try (Decoder decoder = load(storage, bfloat16)) {
      for (int length : new int[] {5, 23, 64}) {
        List<PromptStates> texts = texts(decoder, 2, length, 0);
        for (int width : new int[] {2, 6, 16, 32}) {
          assertArrayEquals(
              positions(decoder, texts, width, false),
              positions(decoder, texts, width, true),
              0,
              width + " positions behind " + length);
        }
        close(texts);
      }
    }
  }

  /** Logits of both rows at some positions, computed one by one or all at once. */
  private static float[] positions(
      Decoder decoder, List<PromptStates> texts, int width, boolean atOnce) {
    int end = texts.get(0).length();
    int[] ids = new int[2 * width];
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      ids[2 * i] = (7 * i + 3) % 400;
      ids[2 * i + 1] = (11 * i + 5) % 400;
      spans.add(new Span(0, 2, end + i));
    }
    try (KvCache cache = decoder.newCache(2, end + width);
        Sites none = decoder.sites(List.of())) {
      decoder.place(texts.get(0), cache, 0, 0);
      decoder.place(texts.get(1), cache, 1, 0);
      if (atOnce) {
        try (StepResult result = decoder.step(ids, cache, spans, Twins.none(ids.length), none)) {
          return result.logits().toArray();
        }
      }
      float[] logits = new float[ids.length * decoder.checkpoint().config().vocabularySize()];
      for (int i = 0; i < width; i++) {
        int[] two = {ids[2 * i], ids[2 * i + 1]};
        try (StepResult result = decoder.step(two, cache, end + i, new int[2], none)) {
          float[] part = result.logits().toArray();
          System.arraycopy(part, 0, logits, i * part.length, part.length);
        }
      }
      return logits;
    }
  }

  /** A line that is computed for an arm and its twin is what each would be. */
  @ParameterizedTest
  @CsvSource({
    "FULL, true",
    "FULL, false",
    "INT8_PLANES, true",
    "INT8_PLANES, false",
    "INT8, true",
    "INT8, false",
    "INT4, true",
    "INT4, false"
  })
  void twinsThatAreComputedOnceAreThoseThatAreComputedTwice(Storage storage, boolean bfloat16) {
    try (Decoder decoder = load(storage, bfloat16)) {
      int last = decoder.checkpoint().config().layers() - 1;
      for (int layer : new int[] {0, last / 2, last}) {
        assertArrayEquals(twins(decoder, layer, -1), twins(decoder, layer, layer), 0, "" + layer);
      }
    }
  }

  /** Logits and reports of an unsteered arm and of a steered one with its twin, twice. */
  private static float[] twins(Decoder decoder, int layer, int same) {
    int[] row = {0, 1, 1};
    int width = 5;
    int[] ids = new int[3 * width];
    int[] leads = new int[ids.length];
    float[][] directions = new float[ids.length][];
    float[][] strengths = new float[ids.length][1];
    List<Span> spans = new ArrayList<>();
    List<PromptStates> texts = texts(decoder, 1, 20, 0);
    float[] direction = new float[decoder.checkpoint().config().hiddenSize()];
    Arrays.fill(direction, 0.3f);
    for (int i = 0; i < width; i++) {
      for (int line = 0; line < 3; line++) {
        ids[3 * i + line] = (7 * i + 3 + row[line]) % 400;
        leads[3 * i + line] = 3 * i + row[line];
      }
      directions[3 * i + 1] = direction;
      strengths[3 * i + 1][0] = 1;
      spans.add(new Span(0, 3, texts.get(0).length() + i));
    }
    float[] found = {};
    try (KvCache cache = decoder.newCache(3, texts.get(0).length() + 2 * width);
        Sites sites = decoder.sites(List.of(new Site(layer, Site.ADD, directions, strengths)))) {
      for (int text = 0; text < 3; text++) {
        decoder.place(texts.get(0), cache, text, 0);
      }
      for (int part = 0; part < 2; part++) {
        try (StepResult result = decoder.step(ids, cache, spans, new Twins(leads, same), sites)) {
          found = joined(found, result.logits().toArray());
          found = joined(found, result.reports().get(0).change());
        }
        spans.replaceAll(span -> new Span(0, 3, span.at() + width));
      }
    }
    close(texts);
    return found;
  }

  private static float[] joined(float[] first, float[] second) {
    float[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
