package org.densesteer.generation;

import java.util.concurrent.CancellationException;
import org.densesteer.common.Cancellation;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.densesteer.model.Tokenizer;
import org.densesteer.model.decoder.Decoder;
import org.jspecify.annotations.Nullable;

/**
 * A batch of rows with prompts of different length. Each takes a lane until its answer ends; the
 * lane then goes to the next row in the order of the request. Every prompt is read once, and
 * steered readings of it start at their layer. Used on the decoder's thread.
 */
final class BatchRun implements AutoCloseable {

  private final Decoder decoder;
  private final Tokenizer tokenizer;
  private final BatchRequest request;
  private final AnswerScoring scoring;
  private final PromptCache prompts;
  private @Nullable BatchLanes lanes;
  private int next;
  private boolean closed;

  /**
   * Checks a request.
   *
   * @throws FaultException when a steering does not fit the model, or a prompt leaves no room
   */
  BatchRun(
      Decoder decoder, Tokenizer tokenizer, BatchRequest request, BatchRequest.Listener listener) {
    this.decoder = decoder;
    this.tokenizer = tokenizer;
    this.request = request;
    request.rows().forEach(r -> r.steerings().forEach(s -> SteeringCheck.against(decoder, s)));
    if (room(longestPrompt()) < 1) {
      throw new FaultException(
          Texts.of(
              "A prompt has %d tokens, which leaves the model no room to answer.",
              longestPrompt()));
    }
    scoring = new AnswerScoring(decoder, listener);
    prompts = PromptCache.forBatch(decoder.checkpoint().config());
  }

  private int longestPrompt() {
    return request.rows().stream().mapToInt(r -> r.prompt().tokenIds().length).max().orElse(0);
  }

  private int room(int promptLength) {
    return decoder.checkpoint().config().maxPositions() - promptLength;
  }

  /**
   * Makes every answer under way a token longer.
   *
   * @return whether there is more to do
   * @throws CancellationException when cancelled, or closed with the model
   */
  boolean step(Cancellation cancellation) {
    if (closed) {
      throw new CancellationException("the model was closed");
    }
    BatchLanes own = lanes == null ? open() : lanes;
    fill(own, cancellation);
    if (next == request.rows().size()) {
      own.narrow();
    }
    boolean busy = false;
    for (int lane = 0; lane < own.count(); lane++) {
      busy |= own.get(lane) != null;
    }
    if (!busy) {
      scoring.flush();
      return false;
    }
    cancellation.check();
    int[] tokens = own.step();
    for (int lane = 0; lane < tokens.length; lane++) {
      BatchAnswer answer = own.get(lane);
      if (answer != null) {
        take(own, lane, answer, tokens[lane]);
      }
    }
    return true;
  }

  private BatchLanes open() {
    int longest = longestPrompt();
    // The longest row that may come decides how many positions the decoder must know.
    decoder.reserve(longest + Math.min(request.maxNewTokens(), room(longest)));
    int count = Math.min(request.lanes(), request.rows().size());
    BatchLanes opened = new BatchLanes(decoder, count, longest);
    lanes = opened;
    return opened;
  }

  /** Gives free lanes to the rows that wait. */
  private void fill(BatchLanes own, Cancellation cancellation) {
    for (int lane = 0; lane < own.count(); lane++) {
      while (own.get(lane) == null && next < request.rows().size()) {
        cancellation.check();
        BatchRow row = request.rows().get(next);
        int[] ids = row.prompt().tokenIds();
        int most = Math.min(request.maxNewTokens(), room(ids.length));
        BatchAnswer answer = new BatchAnswer(next++, row, most, request.watches().get(), tokenizer);
        int first = own.begin(lane, answer, prompts.get(decoder, ids, cancellation).states());
        take(own, lane, answer, first);
      }
    }
  }

  private void take(BatchLanes own, int lane, BatchAnswer answer, int token) {
    if (!answer.append(token, decoder.checkpoint().endOfText())) {
      own.free(lane);
      scoring.add(answer);
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    prompts.close();
    if (lanes != null) {
      lanes.close();
    }
  }
}
