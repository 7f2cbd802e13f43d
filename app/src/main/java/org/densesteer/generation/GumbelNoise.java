package org.densesteer.generation;

/**
 * Gumbel noise for sampling: of logits to which it was added, the highest is a draw from their
 * softmax (Gumbel-max; Maddison, Tarlow and Minka, 2014). It is a function of seed, position and
 * token alone, so that two answers with the same text so far choose different tokens only where
 * their distributions differ, whatever else they compute.
 *
 * <p>The bits for token <em>i</em> are output <em>i</em> of SplitMix64 (Steele, Lea and Flood,
 * 2014) that begins at mix(mix(seed) + position · γ); 52 of them make v, uniform in (0, 1), and the
 * noise is −ln(−ln(1 − v)).
 */
final class GumbelNoise {

  private static final long GAMMA = 0x9E3779B97F4A7C15L;
  private static final double LN_2 = 0.6931471805599453;

  /** No noise is higher. */
  static final double MOST = 53 * LN_2;

  private GumbelNoise() {}

  /**
   * What the tokens' noise at a position is made of.
   *
   * @param position 0 for the answer's first token
   */
  static long key(long seed, int position) {
    return mix(mix(seed) + position * GAMMA);
  }

  /** 64 random bits for a token. */
  static long bits(long key, int id) {
    return mix(key + (id + 1L) * GAMMA);
  }

  /** The mixing function of SplitMix64, Stafford's variant 13. */
  private static long mix(long z) {
    long y = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    y = (y ^ (y >>> 27)) * 0x94D049BB133111EBL;
    return y ^ (y >>> 31);
  }

  /** The noise of some bits; the same on every machine. */
  static double of(long bits) {
    double v = ((bits >>> 12) + 0.5) * 0x1.0p-52;
    return -StrictMath.log(-StrictMath.log1p(-v));
  }

  /**
   * The bits of which none is set where the noise is above a number: with {@code n} leading zeros,
   * of at most 52, it is at most (n + 1) · ln 2, because −ln(1 − v) ≥ v, and v has no more.
   */
  static long low(double above) {
    int zeros = Math.min(52, (int) (above / LN_2));
    return zeros <= 0 ? 0 : -1L << (64 - zeros);
  }
}
