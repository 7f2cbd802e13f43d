package org.densesteer.generation;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.densesteer.model.decoder.Observation;
import org.densesteer.model.decoder.Site;
import org.densesteer.model.decoder.SiteReport;
import org.densesteer.steering.Probe;
import org.densesteer.steering.Seen;

/** What the gates of one answer go by. */
final class GateView implements Seen {

  private int tokens;
  private int steps;
  private double topProbability = Double.NaN;
  private int observed;
  private double klSum;
  private final Map<Probe, Double> cosines = new HashMap<>();
  private final Map<Probe, Double> ofPrompt = new HashMap<>();

  void grew(int tokens, int steps) {
    this.tokens = tokens;
    this.steps = steps;
  }

  /** The unsteered prompt was looked at, its hidden states first. */
  void sawPrompt(double topProbability) {
    this.topProbability = topProbability;
    ofPrompt.putAll(cosines);
  }

  void saw(Observation token) {
    topProbability = Math.exp(token.topLogProbabilities()[0]);
    klSum += token.kl();
    observed++;
  }

  /** Sites that only look report in the order of the probes, one for each. */
  void sawHidden(List<Probe> probes, int line, List<SiteReport> reports) {
    Iterator<SiteReport> own =
        reports.stream()
            .filter(r -> r.operator() == Site.READ && !Float.isNaN(r.alignment()[line]))
            .iterator();
    for (Probe probe : probes) {
      cosines.put(probe, own.hasNext() ? own.next().alignment()[line] : Double.NaN);
    }
  }

  @Override
  public int tokens() {
    return tokens;
  }

  @Override
  public int steps() {
    return steps;
  }

  @Override
  public double topProbability() {
    return topProbability;
  }

  @Override
  public double meanKl() {
    return observed == 0 ? 0 : klSum / observed;
  }

  @Override
  public double promptCosine(Probe probe) {
    return ofPrompt.getOrDefault(probe, Double.NaN);
  }

  @Override
  public double cosine(Probe probe) {
    return cosines.getOrDefault(probe, Double.NaN);
  }
}
