package org.densesteer.extraction;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The contrastive pairs of a reference checkpoint. */
final class ReferencePairs {

  private ReferencePairs() {}

  /** Those in its {@code expected.json}. */
  static List<ContrastivePair> of(JsonNode expected) {
    List<ContrastivePair> pairs = new ArrayList<>();
    for (JsonNode pair : expected.get("pairs")) {
      pairs.add(
          new ContrastivePair(
              pair.get("question").asText(),
              pair.get("sparse").asText(),
              pair.get("dense").asText()));
    }
    return pairs;
  }
}
