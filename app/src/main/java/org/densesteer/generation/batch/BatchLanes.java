package org.densesteer.generation.batch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.densesteer.generation.Answer;
import org.densesteer.generation.RowSites;
import org.densesteer.model.decoder.Decoder;
import org.densesteer.model.decoder.KvCache;
import org.densesteer.model.decoder.Logits;
import org.densesteer.model.decoder.Observation;
import org.densesteer.model.decoder.PromptStates;
import org.densesteer.model.decoder.PromptWatch;
import org.densesteer.model.decoder.ShiftSums;
import org.densesteer.model.decoder.StepResult;
import org.jspecify.annotations.Nullable;

/**
 * The lanes of a batch, each a row of the decoder, and their cache. All write at the same position;
 * a lane's text begins where its length puts it, and a mask hides what lies before. A lane writes
 * an answer or, as its twin, reads unsteered what another lane writes. The cache is copied into
 * another when its positions are used up, and when many lanes have nothing left to do.
 */
final class BatchLanes implements AutoCloseable {

  /** Positions that a cache has to spare when it is made. */
  private static final int SPARE = 128;

  private final Decoder decoder;
  private final RowSites sites;
  private final int longestPrompt;
  private final List<@Nullable PromptedAnswer> answers = new ArrayList<>();

  /** For every lane the answer whose twin it is; null for a lane that is none. */
  private final List<@Nullable PromptedAnswer> twinned = new ArrayList<>();

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
      twinned.add(null);
    }
    int room = decoder.checkpoint().config().maxPositions();
    cache = decoder.newCache(lanes, Math.min(longestPrompt + SPARE, room));
    sites = new RowSites(decoder);
  }

  /** Number of lanes, busy or not. */
  int count() {
    return answers.size();
  }

  /** The answer that grows in a lane; null for a lane that is free or a twin. */
  @Nullable PromptedAnswer get(int lane) {
    return answers.get(lane);
  }

  private @Nullable Answer answer(int lane) {
    PromptedAnswer prompted = answers.get(lane);
    return prompted == null ? null : prompted.answer();
  }

  private boolean isFree(int lane) {
    return answers.get(lane) == null && twinned.get(lane) == null;
  }

  /** Number of lanes that have nothing to do. */
  int free() {
    return (int) IntStream.range(0, count()).filter(this::isFree).count();
  }

  private int firstFree() {
    return IntStream.range(0, count()).filter(this::isFree).findFirst().orElseThrow();
  }

  /** Ends a lane's answer; its twin has nothing to do any more, either. */
  void free(int lane) {
    PromptedAnswer ended = answers.set(lane, null);
    twinned.replaceAll(of -> of == ended ? null : of);
  }

  /** The lane whose logits are the unsteered model's at a lane's text. */
  private int twin(int lane) {
    PromptedAnswer answer = answers.get(lane);
    int twin = answer == null ? -1 : twinned.indexOf(answer);
    return twin < 0 ? lane : twin;
  }

  /** Gives a free lane to an answer, and another to its twin if it has one; the answer's lane. */
  int give(PromptedAnswer answer) {
    int lane = firstFree();
    answers.set(lane, answer);
    starts[lane] = at - answer.promptIds().length;
    if (answer.twinned()) {
      int twin = firstFree();
      twinned.set(twin, answer);
      starts[twin] = starts[lane];
    }
    return lane;
  }

  /**
   * Reads a prompt in the lanes of answers that begin.
   *
   * @param lanes those of answers to this prompt
   * @param prompt the unsteered prompt
   * @param watch looks on while it is read
   * @return each answer's first token
   */
  int[] begin(int[] lanes, PromptStates prompt, PromptWatch watch) {
    List<Answer> own = Arrays.stream(lanes).mapToObj(this::answer).toList();
    List<@Nullable StepResult> read =
        sites.readPrompts(prompt, own, cache, lanes, at - prompt.length(), watch);
    try {
      int[] first = new int[lanes.length];
      for (int i = 0; i < lanes.length; i++) {
        StepResult steered = read.get(i);
        first[i] = begun(lanes[i], prompt, steered == null ? prompt.logits() : steered.logits());
      }
      return first;
    } finally {
      read.stream().filter(Objects::nonNull).forEach(StepResult::close);
    }
  }

  private int begun(int lane, PromptStates prompt, Logits logits) {
    PromptedAnswer answer = answers.get(lane);
    int first = answer.choose(logits, 0, decoder.likeliest(logits)[0]);
    int twin = twinned.indexOf(answer);
    if (twin >= 0) {
      decoder.place(prompt, cache, twin, starts[twin]);
    }
    if (answer.seen() != null) {
      try (Logits both = Logits.stack(List.of(logits, prompt.logits()))) {
        answer.saw(
            decoder
                .observe(
                    both, new int[] {0}, new int[] {first}, new int[] {1}, answer.seen().sums())
                .get(0));
      }
    }
    return first;
  }

  /** One token for every lane; those of lanes that write no answer mean nothing. */
  int[] step() {
    if (at == cache.positions()) {
      keep(IntStream.range(0, count()).toArray());
    }
    int[] ids = new int[count()];
    for (int lane = 0; lane < ids.length; lane++) {
      PromptedAnswer text = answers.get(lane) == null ? twinned.get(lane) : answers.get(lane);
      if (text == null) {
        starts[lane] = at;
      } else {
        ids[lane] = text.answer().last();
      }
    }
    try (StepResult step =
        decoder.step(ids, cache, at, starts, sites.next(ids.length, this::answer))) {
      at++;
      for (int lane = 0; lane < ids.length; lane++) {
        Answer answer = answer(lane);
        if (answer != null) {
          answer.sawHidden(lane, step.reports());
        }
      }
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
    observe(logits, tokens);
    return tokens;
  }

  private void observe(Logits logits, int[] tokens) {
    int[] lines = IntStream.range(0, count()).filter(this::isSeen).toArray();
    if (lines.length == 0) {
      return;
    }
    int[] chosen = Arrays.stream(lines).map(line -> tokens[line]).toArray();
    int[] twins = Arrays.stream(lines).map(this::twin).toArray();
    List<ShiftSums> sums =
        Arrays.stream(lines)
            .filter(line -> twin(line) != line)
            .mapToObj(line -> answers.get(line).seen().sums())
            .flatMap(List::stream)
            .toList();
    List<Observation> seen = decoder.observe(logits, lines, chosen, twins, sums);
    for (int i = 0; i < lines.length; i++) {
      answers.get(lines[i]).saw(seen.get(i));
    }
  }

  private boolean isSeen(int lane) {
    PromptedAnswer answer = answers.get(lane);
    return answer != null && answer.seen() != null;
  }

  /** Drops free lanes when a quarter or more of them are: few sizes, and little idle work. */
  void narrow() {
    int[] busy = IntStream.range(0, count()).filter(lane -> !isFree(lane)).toArray();
    if (busy.length > 0 && 4 * busy.length <= 3 * count()) {
      keep(busy);
    }
  }

  /** Moves some lanes, and the positions that they still look at, into a new cache. */
  private void keep(int[] lanes) {
    int first =
        Arrays.stream(lanes)
            .filter(lane -> !isFree(lane))
            .map(lane -> starts[lane])
            .min()
            .orElse(at);
    int begin = Math.min(first, at - longestPrompt);
    KvCache moved = decoder.moved(cache, lanes, begin, at, at - begin + SPARE);
    cache.close();
    cache = moved;
    starts = Arrays.stream(lanes).map(lane -> starts[lane] - begin).toArray();
    keep(answers, lanes);
    keep(twinned, lanes);
    at -= begin;
  }

  private static void keep(List<@Nullable PromptedAnswer> all, int[] lanes) {
    List<@Nullable PromptedAnswer> kept = new ArrayList<>();
    for (int lane : lanes) {
      kept.add(all.get(lane));
    }
    all.clear();
    all.addAll(kept);
  }

  @Override
  public void close() {
    for (PromptedAnswer answer : answers) {
      if (answer != null && answer.seen() != null) {
        answer.seen().close();
      }
    }
    sites.close();
    cache.close();
  }
}
