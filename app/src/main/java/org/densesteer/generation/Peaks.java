package org.densesteer.generation;

/** The highest of some logits, and the highest of every piece of them, found in one pass. */
final class Peaks {

  /** Tokens of a piece. */
  static final int PIECE = 256;

  private float[] peaks = {};

  /**
   * Looks at logits.
   *
   * @return the first of the highest; 0 where the first is not a number. Others that are none are
   *     passed over.
   */
  int find(float[] logits) {
    int pieces = (logits.length + PIECE - 1) / PIECE;
    if (peaks.length != pieces) {
      peaks = new float[pieces];
    }
    int highest = 0;
    for (int piece = 0; piece < pieces; piece++) {
      int end = end(piece, logits.length);
      float peak = Float.NEGATIVE_INFINITY;
      for (int id = piece * PIECE; id < end; id++) {
        float logit = logits[id];
        if (logit > peak) {
          peak = logit;
        }
      }
      peaks[piece] = peak;
      highest = peak > peaks[highest] ? piece : highest;
    }
    return first(logits, highest);
  }

  private int first(float[] logits, int piece) {
    int id = piece * PIECE;
    int end = end(piece, logits.length);
    while (id < end && logits[id] != peaks[piece]) {
      id++;
    }
    return Float.isNaN(logits[0]) || id == end ? 0 : id;
  }

  /** How many pieces there are. */
  int count() {
    return peaks.length;
  }

  /** The highest logit of a piece. */
  float of(int piece) {
    return peaks[piece];
  }

  /** The first token behind a piece of so many logits. */
  static int end(int piece, int logits) {
    return Math.min(logits, (piece + 1) * PIECE);
  }
}
