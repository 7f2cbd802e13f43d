package org.densesteer.samplemaker;

import java.util.List;

/**
 * One turn of a story, told three times.
 *
 * @param told the sentence of the question
 * @param sparse the steps that restate and compute it
 * @param dense the clause that does both at once, in lower case
 * @param computations how many sums it takes
 * @param result the number after it
 */
record Change(String told, List<String> sparse, String dense, int computations, int result) {

  static Change of(
      String told, String restated, String verb, String clause, String sum, int result) {
    return new Change(
        told,
        List.of(restated, "So we " + verb + ": " + sum + "."),
        clause + ", " + sum,
        1,
        result);
  }
}
