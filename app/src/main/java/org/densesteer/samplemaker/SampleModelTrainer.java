package org.densesteer.samplemaker;

import java.nio.file.Files;
import java.nio.file.Path;
import org.densesteer.common.Cancellation;
import org.densesteer.common.Progress;
import org.densesteer.common.Texts;
import org.densesteer.model.training.Batch;
import org.densesteer.model.training.DecoderShape;
import org.densesteer.model.training.DecoderTrainer;
import org.densesteer.model.training.TrainingState;

/** Trains the sample model from nothing and writes it as a Hugging Face checkpoint folder. */
public final class SampleModelTrainer {

  private static final int STEPS_BETWEEN_SAVES = 100;
  private static final double SMOOTHING = 0.02;

  private SampleModelTrainer() {}

  /**
   * Trains, or goes on where a stopped run of the same recipe left its state.
   *
   * @param folder the checkpoint folder to write
   * @param stateFile where the state is kept until training is done
   * @throws java.util.concurrent.CancellationException when cancelled; the state is saved first
   */
  public static void train(
      SampleRecipe recipe,
      Path folder,
      Path stateFile,
      Progress progress,
      Cancellation cancellation) {
    SampleVocabulary vocabulary = SampleVocabulary.standard();
    DecoderShape shape = SampleRecipe.shape(vocabulary.size());
    String name = recipe + " " + shape;
    TrainingState start =
        Files.exists(stateFile)
            ? TrainingState.load(stateFile, name)
            : TrainingState.initial(shape, recipe.seed());
    SampleCorpus corpus =
        new SampleCorpus(vocabulary, recipe.seed(), recipe.rows(), recipe.maxLength());
    try (DecoderTrainer trainer =
        new DecoderTrainer(
            shape, recipe.optimizer(), start, recipe.precision(), recipe.maxLength())) {
      Meter meter = new Meter(recipe.steps(), start.step());
      while (trainer.step() < recipe.steps()) {
        Batch batch = corpus.batch(trainer.step() + 1);
        float loss = trainer.learn(batch);
        progress.update(
            meter.line(trainer.step(), loss, batch.ids().length),
            (double) trainer.step() / recipe.steps());
        boolean stop = cancellation.isRequested();
        if (stop || trainer.step() % STEPS_BETWEEN_SAVES == 0) {
          trainer.state().save(stateFile, name);
        }
        cancellation.check();
      }
      SampleModelFiles.write(folder, vocabulary, shape, trainer.state().weights());
    }
  }

  /** Smooths the loss and measures the speed. */
  private static final class Meter {

    private final int steps;
    private final int first;
    private final long started = System.nanoTime();
    private long tokens;
    private double smoothed;

    Meter(int steps, int first) {
      this.steps = steps;
      this.first = first;
    }

    String line(int step, float loss, int newTokens) {
      tokens += newTokens;
      smoothed = smoothed == 0 ? loss : smoothed + SMOOTHING * (loss - smoothed);
      double seconds = (System.nanoTime() - started) / 1e9;
      double left = seconds / (step - first) * (steps - step);
      return Texts.of(
          "step %d of %d, loss %.4f, %.0f tokens/s, %.0f min left",
          step, steps, smoothed, tokens / seconds, left / 60);
    }
  }
}
