package org.densesteer.generation.batch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.densesteer.generation.Answer;
import org.densesteer.generation.RowSites;
import org.densesteer.model.decoder.Decoder;
import org.densesteer.model.decoder.KvCache;
import org.densesteer.model.decoder.Logits;
import org.densesteer.model.decoder.PromptStates;
import org.densesteer.model.decoder.PromptWatch;
import org.densesteer.model.decoder.StepResult;
import org.jspecify.annotations.Nullable;

/**
 * The lanes of a batch, each a row of the decoder, and their cache. All write at the same position;
 * a lane's text begins where its length puts it, and a mask hides what lies before. The cache is
 * copied into another when its positions are used up, and when many lanes have nothing left to do.
 */
final class BatchLanes implements AutoCloseable {

  /** Positions that a cache has to spare when it is made. */
  private static final int SPARE = 128;

  private final Decoder decoder;
  private final RowSites sites;
  private final int longestPrompt;
  private final List<@Nullable PromptedAnswer> answers = new ArrayList<>();
  private int[] starts;
  private KvCache cache;
  private int at;

  /**
   * Empty lanes.
   *
   * @param longestPrompt most tokens that a prompt will have
   */
  BatchLanes(Decoder decoder, int lanes, int longestPrompt) {
    this.decoder = decoder;
    this.longestPrompt = longestPrompt;
    at = longestPrompt;
    starts = new int[lanes];
    for (int lane = 0; lane < lanes; lane++) {
      answers.add(null);
    }
    int room = decoder.checkpoint().config().maxPositions();
    cache = decoder.newCache(lanes, Math.min(longestPrompt + SPARE, room));
    sites = new RowSites(decoder);
  }

  /** Number of lanes, busy or not. */
  int count() {
    return answers.size();
  }

  /** The answer that grows in a lane; null for a lane that is free. */
  @Nullable PromptedAnswer get(int lane) {
    return answers.get(lane);
  }

  private @Nullable Answer answer(int lane) {
    PromptedAnswer prompted = answers.get(lane);
    return prompted == null ? null : prompted.answer();
  }

  /** Ends a lane's answer. */
  void free(int lane) {
    answers.set(lane, null);
  }

  /**
   * Gives a lane to an answer and reads its prompt there.
   *
   * @param prompt the unsteered prompt
   * @param watch looks on while it is read
   * @return the answer's first token
   */
  int begin(int lane, PromptedAnswer answer, PromptStates prompt, PromptWatch watch) {
    answers.set(lane, answer);
    starts[lane] = at - prompt.length();
    try (StepResult read =
        sites.readPrompt(prompt, answer.answer().steerings(), cache, lane, starts[lane], watch)) {
      Logits logits = read == null ? prompt.logits() : read.logits();
      return answer.choose(logits, 0, decoder.likeliest(logits)[0]);
    }
  }

  /** One token for every lane; those of free lanes mean nothing. */
  int[] step() {
    if (at == cache.positions()) {
      keep(IntStream.range(0, count()).toArray());
    }
    int[] ids = new int[count()];
    for (int lane = 0; lane < ids.length; lane++) {
      Answer answer = answer(lane);
      if (answer == null) {
        starts[lane] = at;
      } else {
        ids[lane] = answer.last();
      }
    }
    try (StepResult step =
        decoder.step(ids, cache, at, starts, sites.next(ids.length, this::answer))) {
      at++;
      return chosen(step.logits());
    }
  }

  private int[] chosen(Logits logits) {
    int[] tokens = decoder.likeliest(logits);
    for (int lane = 0; lane < tokens.length; lane++) {
      PromptedAnswer answer = answers.get(lane);
      if (answer != null) {
        tokens[lane] = answer.choose(logits, lane, tokens[lane]);
      }
    }
    return tokens;
  }

  /** Drops free lanes when a quarter or more of them are: few sizes, and little idle work. */
  void narrow() {
    int[] busy = IntStream.range(0, count()).filter(lane -> answers.get(lane) != null).toArray();
    if (busy.length > 0 && 4 * busy.length <= 3 * count()) {
      keep(busy);
    }
  }

  /** Moves some lanes, and the positions that they still look at, into a new cache. */
  private void keep(int[] lanes) {
    int first =
        Arrays.stream(lanes)
            .filter(lane -> answers.get(lane) != null)
            .map(lane -> starts[lane])
            .min()
            .orElse(at);
    int begin = Math.min(first, at - longestPrompt);
    KvCache moved = decoder.moved(cache, lanes, begin, at, at - begin + SPARE);
    cache.close();
    cache = moved;
    starts = Arrays.stream(lanes).map(lane -> starts[lane] - begin).toArray();
    List<@Nullable PromptedAnswer> kept = new ArrayList<>();
    for (int lane : lanes) {
      kept.add(answers.get(lane));
    }
    answers.clear();
    answers.addAll(kept);
    at -= begin;
  }

  @Override
  public void close() {
    sites.close();
    cache.close();
  }
}
