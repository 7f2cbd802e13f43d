package org.densesteer.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.densesteer.metrics.Nll;
import org.densesteer.model.decoder.Decoder;
import org.densesteer.model.decoder.Logits;
import org.densesteer.model.decoder.Site;
import org.densesteer.model.decoder.SiteOperator;
import org.densesteer.model.decoder.Sites;
import org.densesteer.steering.Steering;

/** Runs a given text through the decoder, steered at every position or not at all. */
final class Scorer {

  private final Decoder decoder;
  private final Optional<Steering> steering;

  Scorer(Decoder decoder, Optional<Steering> steering) {
    this.decoder = decoder;
    this.steering = steering;
  }

  /** Both NLL conventions; the response may be empty. */
  ScoreReport score(int[] prompt, int[] response) {
    double[] whole = nll(joined(prompt, response));
    double[] withPrompt = Arrays.copyOfRange(whole, prompt.length - 1, whole.length);
    double[] responseOnly = response.length < 2 ? new double[0] : nll(response);
    return new ScoreReport(
        prompt,
        response,
        Arrays.copyOf(whole, prompt.length - 1),
        withPrompt,
        responseOnly,
        Nll.mean(withPrompt),
        Nll.mean(responseOnly));
  }

  /**
   * Unnormalised log probabilities at every position, {@code [positions × vocabulary]} row-major.
   */
  float[] logits(int[] prompt, int[] response) {
    int[] ids = joined(prompt, response);
    try (Sites sites = sites(ids.length);
        Logits logits = decoder.logits(ids, sites)) {
      return logits.toArray();
    }
  }

  private double[] nll(int[] ids) {
    try (Sites sites = sites(ids.length)) {
      return decoder.nll(ids, sites);
    }
  }

  private Sites sites(int positions) {
    return decoder.sites(steering.map(s -> List.of(site(s, positions))).orElse(List.of()));
  }

  private static Site site(Steering steering, int positions) {
    float[] strengths = new float[positions];
    Arrays.fill(strengths, (float) steering.strength());
    return new Site(
        steering.layer(),
        SiteOperator.ADD,
        new float[][] {steering.vector().direction(steering.layer())},
        new float[][] {strengths});
  }

  private static int[] joined(int[] prompt, int[] response) {
    return IntStream.concat(Arrays.stream(prompt), Arrays.stream(response)).toArray();
  }
}
