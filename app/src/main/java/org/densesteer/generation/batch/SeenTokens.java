package org.densesteer.generation.batch;

import java.util.ArrayList;
import java.util.List;
import org.densesteer.model.decoder.Observation;

/** What the unsteered model made of each token of an answer while it grew. */
final class SeenTokens {

  private final List<Observation> tokens = new ArrayList<>();

  void add(Observation token) {
    tokens.add(token);
  }

  /** −ln p in nats under the unsteered model of the first {@code count} tokens. */
  double[] nll(int count) {
    return tokens.stream().limit(count).mapToDouble(Observation::nll).toArray();
  }

  /** KL(steered ‖ unsteered) in nats at each of the first {@code count} tokens. */
  double[] kl(int count) {
    return tokens.stream().limit(count).mapToDouble(Observation::kl).toArray();
  }
}
