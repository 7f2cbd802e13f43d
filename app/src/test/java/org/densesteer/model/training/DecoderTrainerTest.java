package org.densesteer.model.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.densesteer.common.FaultException;
import org.densesteer.model.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecoderTrainerTest {

  private static final int VOCABULARY = 11;
  private static final DecoderShape TINY =
      new DecoderShape(VOCABULARY, 16, 2, 2, 1, 24, 10_000, 1e-6);
  private static final Optimizer OPTIMIZER = new Optimizer(40, 2, 10, 1e-2, 0.9, 0.95, 0.01, 1);
  private static final Batch BATCH =
      Batch.of(
          List.of(
              new Example(new int[] {1, 2, 3, 4, 5}, 2), new Example(new int[] {1, 7, 8, 9}, 2)));

  private static DecoderTrainer trainer(TrainingState state) {
    return new DecoderTrainer(TINY, OPTIMIZER, state, Precision.FLOAT32, 8);
  }

  /** Changes only with the program, not with comments, names or spacing. */
  private static final String PROGRAM =
      "84124ea94e66b8f1e5a19158c53f7b3de8bc49e854236fba0fe300fee9891c24";

  @Test
  void theProgramIsTheOneThatTrainedTheSampleModel() throws Exception {
    byte[] source = DecoderTrainer.archive().source().getBytes(StandardCharsets.UTF_8);
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(source);
    assertEquals(PROGRAM, HexFormat.of().formatHex(hash));
  }

  @Test
  void startsNearTheLossOfAGuessAndLearns() {
    try (DecoderTrainer trainer = trainer(TrainingState.initial(TINY, 1))) {
      float first = trainer.learn(BATCH);
      assertEquals(Math.log(VOCABULARY), first, 0.2);
      assertTrue(trainer.learn(BATCH) < first + 0.01);
      float loss = first;
      while (trainer.step() < OPTIMIZER.steps()) {
        loss = trainer.learn(BATCH);
      }
      assertTrue(loss < 0.5 * first, "loss " + loss);
    }
  }

  @Test
  void resumesBitForBit(@TempDir Path folder) {
    TrainingState whole;
    try (DecoderTrainer trainer = trainer(TrainingState.initial(TINY, 1))) {
      for (int i = 0; i < 6; i++) {
        trainer.learn(BATCH);
      }
      whole = trainer.state();
    }
    Path file = folder.resolve("state.safetensors");
    try (DecoderTrainer trainer = trainer(TrainingState.initial(TINY, 1))) {
      for (int i = 0; i < 3; i++) {
        trainer.learn(BATCH);
      }
      trainer.state().save(file, "recipe");
    }
    try (DecoderTrainer trainer = trainer(TrainingState.load(file, "recipe"))) {
      assertEquals(3, trainer.step());
      for (int i = 0; i < 3; i++) {
        trainer.learn(BATCH);
      }
      assertEquals(whole.step(), trainer.state().step());
      assertArrayEquals(whole.weights(), trainer.state().weights());
      assertArrayEquals(whole.secondMoment(), trainer.state().secondMoment());
    }
  }

  @Test
  void refusesTheStateOfAnotherRecipe(@TempDir Path folder) {
    Path file = folder.resolve("state.safetensors");
    TrainingState.initial(TINY, 1).save(file, "one");
    FaultException fault =
        assertThrows(FaultException.class, () -> TrainingState.load(file, "two"));
    assertTrue(fault.getMessage().contains("another recipe"), fault.getMessage());
  }

  @Test
  void refusesBatchesLongerThanItsTables() {
    try (DecoderTrainer trainer = trainer(TrainingState.initial(TINY, 1))) {
      Batch longer = Batch.of(List.of(new Example(new int[40], 2)));
      assertThrows(FaultException.class, () -> trainer.learn(longer));
    }
  }

  @Test
  void onlyAnswersCount() {
    assertArrayEquals(new long[] {1, 2, 3, 17, 18}, Arrays.copyOf(BATCH.positions(), 5));
    assertArrayEquals(new long[] {3, 4, 5, 8, 9}, Arrays.copyOf(BATCH.targets(), 5));
    assertTrue(Arrays.stream(BATCH.targets()).skip(5).allMatch(t -> t == Batch.NOT_COUNTED));
    assertArrayEquals(new long[] {1, 2, 3, 4, 0}, Arrays.copyOf(BATCH.ids(), 5));
    assertArrayEquals(new long[] {1, 7, 8, 0}, Arrays.copyOfRange(BATCH.ids(), 16, 20));
  }
}
