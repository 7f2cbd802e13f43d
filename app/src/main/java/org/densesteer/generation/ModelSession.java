package org.densesteer.generation;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.densesteer.common.Cancellation;
import org.densesteer.common.Progress;
import org.densesteer.model.ModelInfo;
import org.densesteer.model.Precision;
import org.densesteer.model.Tokenizer;
import org.jspecify.annotations.Nullable;

/**
 * A loaded model and the one thread that runs it. All methods may be called from any thread; jobs
 * queue up and run one at a time.
 */
public final class ModelSession implements AutoCloseable {

  private ModelSession() {}

  /**
   * Loads a checkpoint folder on the calling thread.
   *
   * @throws org.densesteer.common.FaultException when the folder is not a checkpoint that can be
   *     run
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  public static ModelSession open(
      Path checkpoint, Precision precision, Progress progress, Cancellation cancellation) {
    throw new UnsupportedOperationException();
  }

  /** What is loaded. */
  public ModelInfo info() {
    throw new UnsupportedOperationException();
  }

  /** The checkpoint's tokenizer. */
  public Tokenizer tokenizer() {
    throw new UnsupportedOperationException();
  }

  /**
   * The chat prompt for a question, generation prompt included.
   *
   * @param system the system turn; null for the template's own default
   * @throws org.densesteer.common.FaultException when the question is blank
   */
  public Prompt chatPrompt(@Nullable String system, String question) {
    throw new UnsupportedOperationException();
  }

  /** A prompt that is used as it is. */
  public Prompt rawPrompt(String text) {
    throw new UnsupportedOperationException();
  }

  /** A prompt given by its ids. */
  public Prompt rawPrompt(int[] tokenIds) {
    throw new UnsupportedOperationException();
  }

  /** Reads a prompt into the cache ahead of a run. */
  public CompletableFuture<PromptReport> readPrompt(Prompt prompt) {
    throw new UnsupportedOperationException();
  }

  /**
   * Queues a run. The future gives the traces in the order of the arms; a cancelled run gives what
   * there was, with {@link StopReason#CANCELLED}. A failure completes it exceptionally.
   */
  public CompletableFuture<List<Trace>> run(
      GenerationRequest request, RunListener listener, RunControl control) {
    throw new UnsupportedOperationException();
  }

  /** Stops what runs, waits for it and frees the native memory. */
  @Override
  public void close() {}
}
