package org.densesteer.ui.model;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import org.densesteer.chat.ChatFrame;
import org.densesteer.common.Cancellation;
import org.densesteer.common.Progress;
import org.densesteer.evaluation.run.AnswerEngine;
import org.densesteer.extraction.ExtractionModel;
import org.densesteer.generation.Alignment;
import org.densesteer.generation.GenerationRequest;
import org.densesteer.generation.Prompt;
import org.densesteer.generation.PromptReport;
import org.densesteer.generation.RunControl;
import org.densesteer.generation.RunListener;
import org.densesteer.generation.Trace;
import org.densesteer.model.ModelInfo;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringVector;

/**
 * What the window needs of a loaded model. The window runs {@link SessionEngine}; tests of view
 * models run a scripted one.
 */
public interface RunEngine extends AutoCloseable {

  /** What is loaded. */
  ModelInfo info();

  /** How many tokens a text alone has, without special tokens. */
  int countTokens(String text);

  /** The same model as sweeps use it; usable until {@link #close}. */
  AnswerEngine answers();

  /** The chat prompt for a question. */
  Prompt chatPrompt(ChatFrame frame, String question);

  /** Reads a prompt into the cache ahead of a run. */
  CompletableFuture<PromptReport> readPrompt(Prompt prompt);

  /** Queues a run; the future gives the traces in the order of the arms. */
  CompletableFuture<List<Trace>> run(
      GenerationRequest request, RunListener listener, RunControl control);

  /**
   * Queues a pass over an answer that holds its hidden states against a vector.
   *
   * @param between called with the number of blocks done; what it throws ends the pass
   */
  CompletableFuture<Alignment> alignment(
      Prompt prompt,
      int[] response,
      List<Steering> steerings,
      SteeringVector vector,
      IntConsumer between);

  /** ln p in nats of a continuation as a whole, behind a prompt, under the steered model. */
  CompletableFuture<Double> logProbability(
      Prompt prompt, int[] continuation, List<Steering> steerings);

  /** The tokens of a text alone, without special tokens. */
  int[] encode(String text);

  /** What a token stands for. */
  String text(int tokenId);

  /** The same model as extraction uses it; usable until {@link #close}. */
  ExtractionModel extraction();

  /** Stops what runs, waits for it and frees the memory. */
  @Override
  void close();

  /** Loads models. */
  @FunctionalInterface
  interface Opener {
    /**
     * Loads a checkpoint folder on the calling thread.
     *
     * @throws org.densesteer.common.FaultException when the folder cannot be run
     */
    RunEngine open(Path checkpoint, Progress progress, Cancellation cancellation);
  }
}
