package org.densesteer.model.decoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.densesteer.common.AppFolders;
import org.densesteer.common.Cancellation;
import org.densesteer.common.EmbeddedFiles;
import org.densesteer.common.Progress;
import org.densesteer.model.Precision;
import org.densesteer.model.Tokenizer;
import org.densesteer.model.checkpoint.Checkpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The error that quantised weights bring, as the menu of precisions states it. */
class QuantisationErrorTest {

  private static final int QUESTIONS = 8;
  private static final int TOKENS = 60;

  @TempDir Path home;

  @BeforeEach
  void ownFolder() {
    System.setProperty(AppFolders.HOME_PROPERTY, home.toString());
  }

  @AfterEach
  void usualFolder() {
    System.clearProperty(AppFolders.HOME_PROPERTY);
  }

  /** What one text gives token by token: NLL of each next token, and the likeliest token. */
  private record Told(double[] nll, int[] likeliest) {}

  private static Decoder load(Path folder, Precision precision) {
    return Decoder.load(Checkpoint.open(folder), precision, Progress.NONE, new Cancellation());
  }

  private static Told tell(Decoder decoder, int[] ids) {
    double[] nll = new double[ids.length - 1];
    int[] likeliest = new int[ids.length - 1];
    try (KvCache cache = decoder.newCache(1, ids.length);
        Sites none = decoder.sites(List.of())) {
      for (int at = 0; at + 1 < ids.length; at++) {
        try (StepResult step = decoder.step(new int[] {ids[at]}, cache, at, new int[] {0}, none)) {
          likeliest[at] = decoder.likeliest(step.logits())[0];
          nll[at] =
              decoder.observe(step.logits(), new int[] {ids[at + 1]}, new int[] {0}).get(0).nll();
        }
      }
    }
    return new Told(nll, likeliest);
  }

  private static int[] greedy(Decoder decoder, int[] prompt) {
    int[] ids = Arrays.copyOf(prompt, prompt.length + TOKENS);
    try (KvCache cache = decoder.newCache(1, ids.length);
        Sites none = decoder.sites(List.of())) {
      for (int at = 0; at + 1 < ids.length; at++) {
        try (StepResult step = decoder.step(new int[] {ids[at]}, cache, at, new int[] {0}, none)) {
          if (at + 1 >= prompt.length) {
            ids[at + 1] = decoder.likeliest(step.logits())[0];
          }
        }
      }
    }
    return ids;
  }

  private static void compare(
      Path folder, List<int[]> texts, Precision precision, double most, double least) {
    double nll = 0;
    int equal = 0;
    int count = 0;
    try (Decoder exact = load(folder, Precision.FLOAT32);
        Decoder quantised = load(folder, precision)) {
      for (int[] ids : texts) {
        Told a = tell(exact, ids);
        Told b = tell(quantised, ids);
        for (int i = 0; i < a.nll.length; i++) {
          nll += b.nll[i] - a.nll[i];
          equal += a.likeliest[i] == b.likeliest[i] ? 1 : 0;
          count++;
        }
      }
    }
    double difference = nll / count;
    double share = (double) equal / count;
    assertTrue(
        Math.abs(difference) <= most && share >= least,
        "%s: NLL %+.4f nats a token, %.3f of %d tokens equal"
            .formatted(precision, difference, share, count));
  }

  @ParameterizedTest
  @CsvSource({"INT8, 0.006, 0.99", "INT4, 0.02, 0.975"})
  void sampleModelChangesAsTheMenuSays(Precision precision, double most, double least) {
    Path folder = EmbeddedFiles.sampleModel();
    List<int[]> texts = new ArrayList<>();
    try (Tokenizer tokenizer = Tokenizer.open(folder);
        Decoder exact = load(folder, Precision.FLOAT32)) {
      for (int i = 0; i < QUESTIONS; i++) {
        String question =
            "<|im_start|>user\nTom has %d apples. He buys %d more. How many apples does he have?<|im_end|>\n<|im_start|>assistant\n"
                .formatted(3 + i, 2 * i + 1);
        texts.add(greedy(exact, tokenizer.encode(question)));
      }
    }
    compare(folder, texts, precision, most, least);
  }

  @ParameterizedTest
  @CsvSource({
    "qwen2-tied, INT8, 0.012, 0.9",
    "qwen2-sharded-untied-bf16, INT8, 0.012, 0.9",
    "llama3-rope, INT8, 0.012, 0.9",
    "qwen2-tied, INT4, 0.04, 0.55",
    "qwen2-sharded-untied-bf16, INT4, 0.04, 0.55",
    "llama3-rope, INT4, 0.04, 0.55"
  })
  void referenceCheckpointsChangeAsTheMenuSays(
      String name, Precision precision, double most, double least) throws Exception {
    Reference reference = Reference.open(name);
    compare(reference.folder(), List.of(reference.ids("prompt_ids")), precision, most, least);
  }

  private static Decoder load(Path folder, Storage storage, boolean bfloat16) {
    return Decoder.load(
        Checkpoint.open(folder),
        new Arithmetic(bfloat16, true, false, storage, ""),
        Progress.NONE,
        new Cancellation());
  }

  @ParameterizedTest
  @CsvSource({"qwen2-tied", "qwen2-sharded-untied-bf16", "llama3-rope"})
  void integerProductsAreThoseOfFloats(String name) throws Exception {
    Reference reference = Reference.open(name);
    assertProductsAgree(reference.folder(), reference.ids("prompt_ids"));
  }

  @Test
  void integerProductsOfTheSampleModelAreThoseOfFloats() {
    try (Tokenizer tokenizer = Tokenizer.open(EmbeddedFiles.sampleModel())) {
      assertProductsAgree(
          EmbeddedFiles.sampleModel(),
          tokenizer.encode("Tom has 12 apples. He buys 7 more. 12 + 7 = 19. Tom has 19 apples."));
    }
  }

  /** The same weights, once multiplied as floats and once as integers. */
  private static void assertProductsAgree(Path folder, int[] ids) {
    assumeTrue(IntegerProducts.usable(), "This processor has no fast 8-bit products.");
    try (Decoder floats = load(folder, Storage.INT8, false);
        Decoder integers = load(folder, Storage.INT8_PLANES, false)) {
      Told a = tell(floats, ids);
      Told b = tell(integers, ids);
      assertArrayEquals(a.nll, b.nll, 2e-3);
      assertArrayEquals(a.likeliest, b.likeliest);
    }
  }

  private static float[] filled(int width, float value) {
    float[] values = new float[width];
    Arrays.fill(values, value);
    return values;
  }

  @Test
  void aRowOfIntegerProductsDoesNotDependOnTheOthers() {
    assumeTrue(IntegerProducts.usable(), "This processor has no fast 8-bit products.");
    try (Decoder decoder = load(EmbeddedFiles.sampleModel(), Storage.INT8_PLANES, false);
        KvCache cache = decoder.newCache(2, 2);
        Sites none = decoder.sites(List.of());
        Sites huge =
            decoder.sites(
                List.of(
                    new Site(
                        0,
                        Site.ADD,
                        new float[][] {new float[192], filled(192, 1e30f)},
                        new float[][] {{0}, {1}})));
        StepResult plain = decoder.step(new int[] {5, 5}, cache, 0, new int[] {0, 0}, none);
        StepResult steered = decoder.step(new int[] {5, 5}, cache, 0, new int[] {0, 0}, huge)) {
      assertEquals(
          decoder.observe(plain.logits(), new int[0], new int[] {0, 1}).get(0).nll(),
          decoder.observe(steered.logits(), new int[0], new int[] {0, 1}).get(0).nll(),
          0);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Precision.class,
      names = {"INT8", "INT4"})
  void secondLoadMapsWhatTheFirstKept(Precision precision) {
    Path folder = EmbeddedFiles.sampleModel();
    int[] ids = {1, 2, 3, 4, 5, 6, 7, 8};
    Told first;
    try (Decoder decoder = load(folder, precision)) {
      first = tell(decoder, ids);
    }
    try (Decoder decoder = load(folder, precision)) {
      Told second = tell(decoder, ids);
      assertArrayEquals(first.nll, second.nll, 0);
      assertArrayEquals(first.likeliest, second.likeliest);
    }
  }

  @Test
  void weightsThatAreGoneWhenTheyArePackedAreTriedAgain() throws Exception {
    assumeTrue(IntegerProducts.usable(), "This processor has no fast 8-bit products.");
    Path folder = EmbeddedFiles.sampleModel();
    int[] ids = {1, 2, 3, 4, 5, 6, 7, 8};
    Told first;
    try (Decoder decoder = load(folder, Precision.INT8)) {
      first = tell(decoder, ids);
    }
    Path kept;
    try (Stream<Path> files = Files.list(AppFolders.cache().resolve("quantised"))) {
      kept =
          files.filter(file -> file.toString().endsWith(".safetensors")).findFirst().orElseThrow();
    }
    Path away = home.resolve("away");
    try (Decoder decoder = load(folder, Precision.INT8)) {
      decoder.packNext();
      Files.move(kept, away);
      assertThrows(RuntimeException.class, decoder::packNext);
      Files.move(away, kept);
      assertArrayEquals(first.nll, tell(decoder, ids).nll, 0);
    }
  }
}
