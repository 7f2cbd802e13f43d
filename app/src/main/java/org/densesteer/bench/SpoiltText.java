package org.densesteer.bench;

import java.util.SplittableRandom;

/**
 * Makes a draft of which a given share is right: an answer with the rest of its tokens replaced, in
 * runs as long as those are in which the sample model's answers differ where they differ at all.
 */
final class SpoiltText {

  /**
   * Tokens of a run, on average: the sample model's greedy answers to 80 problems, of which 22
   * change, with its vector at layer 5, where the strength goes from −0.3, 0.1, 0.3 and 0.5 to 0.1
   * more; longest common subsequence.
   */
  private static final double RUN = 2;

  private SpoiltText() {}

  /**
   * Replaces tokens of a text.
   *
   * @param share of the tokens that stay
   * @param vocabulary number of token ids
   */
  static int[] of(int[] text, double share, int vocabulary, SplittableRandom random) {
    int wrong = (int) Math.round((1 - share) * text.length);
    if (wrong == 0) {
      return text.clone();
    }
    int runs = Math.max(1, (int) Math.round(wrong / RUN));
    int[] wrongRuns = parts(wrong - runs, runs, random);
    int[] rightRuns = parts(text.length - wrong, runs + 1, random);
    int[] out = text.clone();
    int at = 0;
    for (int run = 0; run < runs; run++) {
      at += rightRuns[run];
      for (int end = at + wrongRuns[run] + 1; at < end; at++) {
        out[at] = (text[at] + 1 + random.nextInt(vocabulary - 1)) % vocabulary;
      }
    }
    return out;
  }

  /** Cuts a number into parts at random places. */
  private static int[] parts(int whole, int count, SplittableRandom random) {
    int[] cuts = random.ints(count - 1, 0, whole + 1).sorted().toArray();
    int[] parts = new int[count];
    int from = 0;
    for (int i = 0; i < cuts.length; i++) {
      parts[i] = cuts[i] - from;
      from = cuts[i];
    }
    parts[count - 1] = whole - from;
    return parts;
  }
}
