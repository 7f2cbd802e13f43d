package org.densesteer.generation;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.densesteer.model.decoder.Decoder;
import org.densesteer.model.decoder.Logits;
import org.densesteer.model.decoder.Site;
import org.densesteer.model.decoder.Sites;
import org.densesteer.steering.Applied;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringVector;
import org.jspecify.annotations.Nullable;

/** Scores given ids with and without steering. */
final class Scorer {

  private final Decoder decoder;
  private final int[] prompt;
  private final int[] response;
  private final int[] text;
  private final List<Steering> steerings;

  Scorer(LoadedModel model, int[] prompt, int[] response, List<Steering> steerings) {
    decoder = model.decoder();
    this.prompt = prompt;
    this.response = response;
    this.steerings = steerings.stream().filter(Steering::active).toList();
    text = IntStream.concat(Arrays.stream(prompt), Arrays.stream(response)).toArray();
    steerings.forEach(s -> SteeringCheck.against(model.info(), s));
    if (steerings.stream().anyMatch(s -> !s.gate().constant())) {
      throw new FaultException(
          "A given text is scored with a constant strength; a gate follows an answer while it"
              + " grows.");
    }
  }

  Score score(boolean withLogits) {
    try (Sites none = decoder.sites(List.of());
        Sites steered = decoder.sites(sites())) {
      double[] all = decoder.nll(text, none);
      return new Score(
          Arrays.copyOf(all, Math.max(0, prompt.length - 1)),
          responsePart(all),
          response.length < 2 ? new double[0] : decoder.nll(response, none),
          steerings.isEmpty() ? new double[0] : responsePart(decoder.nll(text, steered)),
          withLogits ? logits(steered) : new float[0],
          text.length,
          decoder.checkpoint().config().vocabularySize());
    }
  }

  /** ln p in nats of the whole response behind the prompt under the steered model. */
  double logProbability() {
    try (Sites steered = decoder.sites(sites())) {
      return -Arrays.stream(responsePart(decoder.nll(text, steered))).sum();
    }
  }

  private double[] responsePart(double[] all) {
    return Arrays.copyOfRange(all, Math.max(0, prompt.length - 1), all.length);
  }

  private float[] logits(Sites sites) {
    long values = (long) text.length * decoder.checkpoint().config().vocabularySize();
    if (values > Integer.MAX_VALUE - 16) {
      throw new FaultException(
          Texts.of("The logits of %d positions are too many to be written at once.", text.length));
    }
    try (Logits logits = decoder.logits(text, sites)) {
      return logits.toArray();
    }
  }

  /** Cosines of the hidden states of prompt and response with a vector, under the steered model. */
  Alignment alignment(SteeringVector vector, IntConsumer between) {
    @Nullable float[][] directions = new float[decoder.checkpoint().config().layers()][];
    vector
        .directions()
        .forEach(
            (layer, direction) -> {
              if (layer < directions.length) {
                directions[layer] = direction;
              }
            });
    try (Sites steered = decoder.sites(sites())) {
      float[][] cosines = decoder.cosines(text, steered, directions, between);
      // What pads a text is none of it.
      Arrays.setAll(cosines, layer -> Arrays.copyOf(cosines[layer], text.length));
      return new Alignment(prompt.length, text, cosines);
    }
  }

  private List<Site> sites() {
    List<Applied> applied = steerings.stream().map(s -> new Applied(s, 1)).toList();
    List<Site> sites = SiteBuilder.oneRow(List.of(), applied, text.length);
    int site = 0;
    for (Steering steering : steerings) {
      float[] strengths = sites.get(site++).strengths()[0];
      if (!steering.positions().prompt()) {
        Arrays.fill(strengths, 0, prompt.length, 0);
      }
      if (!steering.positions().response()) {
        Arrays.fill(strengths, prompt.length, text.length, 0);
      }
    }
    return sites;
  }
}
