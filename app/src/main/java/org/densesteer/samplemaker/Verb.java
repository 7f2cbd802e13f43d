package org.densesteer.samplemaker;

import java.util.List;
import java.util.Random;

/**
 * What somebody does with things.
 *
 * @param present third person, as in {@code buys}
 * @param gerund as in {@code buying}
 */
record Verb(String present, String gerund) {

  private static final List<Verb> GAINS =
      List.of(
          new Verb("buys", "buying"),
          new Verb("finds", "finding"),
          new Verb("gets", "getting"),
          new Verb("wins", "winning"),
          new Verb("collects", "collecting"));

  private static final List<Verb> LOSSES =
      List.of(
          new Verb("gives away", "giving away"),
          new Verb("loses", "losing"),
          new Verb("sells", "selling"),
          new Verb("uses", "using"),
          new Verb("drops", "dropping"));

  static Verb gain(Random random) {
    return GAINS.get(random.nextInt(GAINS.size()));
  }

  static Verb loss(Random random) {
    return LOSSES.get(random.nextInt(LOSSES.size()));
  }
}
