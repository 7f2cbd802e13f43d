package org.densesteer.generation.batch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.densesteer.common.Cancellation;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.densesteer.generation.Answer;
import org.densesteer.generation.PromptCache;
import org.densesteer.generation.Sampler;
import org.densesteer.generation.Sampling;
import org.densesteer.model.Tokenizer;
import org.densesteer.model.decoder.Decoder;
import org.densesteer.model.decoder.PromptWatch;
import org.densesteer.model.decoder.ShiftSums;
import org.jspecify.annotations.Nullable;

/**
 * Answers to prompts of different length. Each takes a lane until it ends; the lane then goes to
 * the next in the order of the request. Every prompt is read once, and steered readings of it start
 * at their layer. Used on the decoder's thread.
 */
final class BatchRun implements AutoCloseable {

  private final Decoder decoder;
  private final Tokenizer tokenizer;
  private final BatchRequest request;
  private final AnswerScoring scoring;
  private final PromptCache prompts;
  private @Nullable BatchLanes lanes;
  private int next;

  /**
   * Checks the prompts of a request.
   *
   * @throws FaultException when one leaves no room for an answer
   */
  BatchRun(
      Decoder decoder, Tokenizer tokenizer, BatchRequest request, BatchRequest.Listener listener) {
    this.decoder = decoder;
    this.tokenizer = tokenizer;
    this.request = request;
    if (room(longestPrompt()) < 1) {
      throw new FaultException(
          Texts.of(
              "A prompt has %d tokens, which leaves the model no room to answer.",
              longestPrompt()));
    }
    scoring = new AnswerScoring(decoder, request.scoring(), listener);
    prompts = PromptCache.forBatch(decoder.checkpoint().config());
  }

  private int longestPrompt() {
    return request.answers().stream().mapToInt(a -> a.prompt().tokenIds().length).max().orElse(0);
  }

  private int room(int promptLength) {
    return decoder.checkpoint().config().maxPositions() - promptLength;
  }

  /**
   * Makes every answer under way a token longer.
   *
   * @return whether there is more to do
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  boolean step(Cancellation cancellation) {
    BatchLanes own = lanes == null ? open() : lanes;
    fill(own, cancellation);
    if (next == request.answers().size()) {
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
      PromptedAnswer answer = own.get(lane);
      if (answer != null) {
        take(own, lane, answer, tokens[lane]);
      }
    }
    return true;
  }

  private BatchLanes open() {
    int longest = longestPrompt();
    // The longest answer that may come decides how many positions the decoder must know.
    decoder.reserve(longest + Math.min(request.maxNewTokens(), room(longest)));
    int wanted = request.answers().stream().mapToInt(this::lanesOf).sum();
    int count = Math.min(request.lanes(), wanted);
    BatchLanes opened = new BatchLanes(decoder, count, longest);
    lanes = opened;
    return opened;
  }

  private int lanesOf(AnswerRequest asked) {
    return request.twinned(asked) ? 2 : 1;
  }

  /**
   * Gives free lanes to the answers that wait. Those that begin at once and have one prompt read it
   * together.
   */
  private void fill(BatchLanes own, Cancellation cancellation) {
    while (canBegin(own)) {
      Map<List<Integer>, List<Integer>> byPrompt = new LinkedHashMap<>();
      int[] first = new int[own.count()];
      List<Integer> begun = new ArrayList<>();
      while (canBegin(own)) {
        PromptedAnswer answer = begin(next++);
        int lane = own.give(answer);
        begun.add(lane);
        byPrompt
            .computeIfAbsent(
                Arrays.stream(answer.promptIds()).boxed().toList(), ids -> new ArrayList<>())
            .add(lane);
      }
      for (List<Integer> lanes : byPrompt.values()) {
        cancellation.check();
        PromptWatch watch = PromptWatch.stoppedBy(cancellation);
        int[] ids = answerOf(own, lanes.get(0)).promptIds();
        int[] tokens =
            own.begin(
                lanes.stream().mapToInt(lane -> lane).toArray(),
                prompts.get(decoder, ids, watch).states(),
                watch);
        for (int i = 0; i < tokens.length; i++) {
          first[lanes.get(i)] = tokens[i];
        }
      }
      begun.forEach(lane -> take(own, lane, answerOf(own, lane), first[lane]));
    }
  }

  private boolean canBegin(BatchLanes own) {
    return next < request.answers().size() && own.free() >= lanesOf(request.answers().get(next));
  }

  private static PromptedAnswer answerOf(BatchLanes own, int lane) {
    return Objects.requireNonNull(own.get(lane));
  }

  private PromptedAnswer begin(int index) {
    AnswerRequest asked = request.answers().get(index);
    Answer.Limits limits =
        new Answer.Limits(
            decoder.checkpoint().endOfText(),
            Math.min(request.maxNewTokens(), room(asked.prompt().tokenIds().length)),
            request.watches().get());
    int[] promptIds = asked.prompt().tokenIds();
    Sampling sampling = request.sampling();
    return new PromptedAnswer(
        index,
        asked.prompt(),
        new Answer(asked.steerings(), limits, tokenizer),
        sampling.plain() ? null : Sampler.of(sampling, promptIds),
        request.observed(asked) ? new SeenTokens(sums(asked)) : null,
        request.twinned(asked));
  }

  private @Nullable ShiftSums sums(AnswerRequest asked) {
    return request.words().isEmpty() || !request.twinned(asked) ? null : decoder.shiftSums();
  }

  private void take(BatchLanes own, int lane, PromptedAnswer answer, int token) {
    answer.answer().append(token);
    if (!answer.answer().running()) {
      if (answer.seen() != null) {
        answer.seen().end(request.words().stream().mapToInt(i -> i).toArray(), tokenizer);
      }
      own.free(lane);
      scoring.add(answer);
    }
  }

  @Override
  public void close() {
    prompts.close();
    if (lanes != null) {
      lanes.close();
    }
  }
}
