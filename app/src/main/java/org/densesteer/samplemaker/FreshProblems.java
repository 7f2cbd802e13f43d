package org.densesteer.samplemaker;

import java.util.List;
import java.util.stream.Stream;

/** Problems that training never drew, a stream of its own for each use. */
public enum FreshProblems {
  /** Those that the workbench offers to try. */
  OFFERED(1_001),
  /** Those whose answers become contrastive pairs. */
  PAIRS(1_002),
  /** Those on which layer and strength are chosen. */
  TUNING(1_003),
  /** Those on which the choice is judged. */
  TEST(1_004);

  private final long seed;

  FreshProblems(long seed) {
    this.seed = seed;
  }

  /** The first problems of the stream. */
  public List<WordProblem> take(int count) {
    return stream().limit(count).toList();
  }

  Stream<WordProblem> stream() {
    ProblemGenerator generator = new ProblemGenerator(seed);
    return Stream.generate(generator::next);
  }
}
