package org.densesteer.generation;

import java.util.Arrays;

/**
 * Draws the tokens of one answer: the highest of logit / temperature + noise among those that top-k
 * and top-p keep. The noise is {@link GumbelNoise}'s for the answer's seed and position.
 *
 * <p>A vocabulary has 150,000 tokens and more, so nothing is sorted: the highest of all is looked
 * for first, and only then whether top-p keeps it. Most noise is never worked out, since its bits
 * show that it cannot lift a token, nor any of its piece, above the highest so far.
 */
final class TokenDraw implements Sampler {

  /** More than sums are rounded by, in proportion. */
  private static final double ROUNDING = 1e-12;

  private final Sampling sampling;
  private final Peaks peaks = new Peaks();
  private int position;
  private double[] weights = {};

  TokenDraw(Sampling sampling) {
    this.sampling = sampling;
  }

  @Override
  public int choose(float[] logits) {
    long key = GumbelNoise.key(sampling.seed(), position++);
    int best = peaks.find(logits);
    if (Float.isNaN(logits[best])) {
      return 0;
    }
    Kept kept = Kept.topK(logits, sampling.topK());
    if (sampling.topP() == 1) {
      return highest(logits, key, best, kept);
    }
    double mass = sampling.topP() * weigh(logits, logits[best], kept);
    while (true) {
      int id = highest(logits, key, best, kept);
      if (id == best || massBefore(logits, id) < mass) {
        return id;
      }
      kept = new Kept(logits[id], id);
    }
  }

  /**
   * The tokens that may be drawn: those before a place in the order of their logits, equal ones in
   * the order of their ids.
   */
  private record Kept(float logit, int id) {

    /** The likeliest {@code k} and those as likely as the last of them; all for 0. */
    static Kept topK(float[] logits, int k) {
      return k == 0 || k >= logits.length
          ? new Kept(Float.NEGATIVE_INFINITY, 0)
          : new Kept(largest(logits, k), Integer.MAX_VALUE);
    }

    boolean holds(float other, int otherId) {
      return other > logit || other == logit && otherId < id;
    }
  }

  /** The value that stands at place {@code k} from above. */
  private static float largest(float[] logits, int k) {
    float[] top = Arrays.copyOf(logits, k);
    Arrays.sort(top);
    for (int id = k; id < logits.length; id++) {
      if (logits[id] > top[0]) {
        int place = Arrays.binarySearch(top, logits[id]);
        int below = (place < 0 ? -place - 1 : place) - 1;
        System.arraycopy(top, 1, top, 0, below);
        top[below] = logits[id];
      }
    }
    return top[0];
  }

  private int highest(float[] logits, long key, int likeliest, Kept kept) {
    double temperature = sampling.temperature();
    int best = likeliest;
    double most = logits[best] / temperature + GumbelNoise.of(GumbelNoise.bits(key, best));
    for (int piece = 0; piece < peaks.count(); piece++) {
      double peak = peaks.of(piece) / temperature;
      if (peaks.of(piece) < kept.logit || peak + GumbelNoise.MOST <= most) {
        continue;
      }
      long low = GumbelNoise.low(most - peak - ROUNDING * (1 + Math.abs(most)));
      int end = Peaks.end(piece, logits.length);
      for (int id = piece * Peaks.PIECE; id < end; id++) {
        long bits = GumbelNoise.bits(key, id);
        if ((bits & low) == 0 && kept.holds(logits[id], id)) {
          double noisy = logits[id] / temperature + GumbelNoise.of(bits);
          if (noisy > most) {
            best = id;
            most = noisy;
          }
        }
      }
    }
    return best;
  }

  /** Works out every kept token's weight, and their sum; the likeliest has 1. */
  private double weigh(float[] logits, double highest, Kept kept) {
    if (weights.length != logits.length) {
      weights = new double[logits.length];
    }
    double total = 0;
    for (int piece = 0; piece < peaks.count(); piece++) {
      if (peaks.of(piece) < kept.logit) {
        continue;
      }
      int end = Peaks.end(piece, logits.length);
      for (int id = piece * Peaks.PIECE; id < end; id++) {
        if (kept.holds(logits[id], id)) {
          weights[id] = StrictMath.exp((logits[id] - highest) / sampling.temperature());
          total += weights[id];
        }
      }
    }
    return total;
  }

  /** {@code id} is a kept token. */
  private double massBefore(float[] logits, int id) {
    Kept before = new Kept(logits[id], id);
    double mass = 0;
    for (int piece = 0; piece < peaks.count(); piece++) {
      if (peaks.of(piece) < before.logit) {
        continue;
      }
      int end = Peaks.end(piece, logits.length);
      for (int other = piece * Peaks.PIECE; other < end; other++) {
        if (before.holds(logits[other], other)) {
          mass += weights[other];
        }
      }
    }
    return mass;
  }
}
