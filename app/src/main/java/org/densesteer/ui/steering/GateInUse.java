package org.densesteer.ui.steering;

import java.util.Optional;
import java.util.function.Consumer;
import org.densesteer.common.FaultException;
import org.densesteer.steering.CosineGate;
import org.densesteer.steering.Gate;
import org.densesteer.steering.GateText;
import org.densesteer.steering.Probe;
import org.densesteer.ui.settings.Source;
import org.jspecify.annotations.Nullable;

/**
 * How the panel's strengths follow the answer.
 *
 * @param gate the gate
 * @param probe where a cosine gate's probe came from; null for other gates, and where that is not
 *     known
 */
public record GateInUse(Gate gate, @Nullable Source probe) {

  /** Strengths stay as they are set. */
  public static final GateInUse CONSTANT = new GateInUse(Gate.CONSTANT, null);

  /** A gate without a probe, or with one from nowhere in particular. */
  public static GateInUse of(Gate gate) {
    return new GateInUse(gate, null);
  }

  /** A gate as settings remember it; constant where it is none, or needs a probe. */
  static GateInUse restored(String text) {
    try {
      Gate gate = GateText.parse(text, GateText::anyProbe);
      return gate instanceof CosineGate ? CONSTANT : of(gate);
    } catch (FaultException e) {
      return CONSTANT;
    }
  }

  /**
   * A gate of another day; constant where it is none, or its probe is not at hand.
   *
   * @param probe its probe; null where it has none, or that is not at hand
   */
  static GateInUse restored(String text, @Nullable VectorInUse probe) {
    try {
      Gate gate = GateText.parse(text, GateText::anyProbe);
      return gate instanceof CosineGate named && probe != null
          ? with(probe, named).orElse(CONSTANT)
          : restored(text);
    } catch (FaultException e) {
      return CONSTANT;
    }
  }

  /**
   * Reads the probe of a remembered gate in the background; a gate that needs none is not told.
   *
   * @param then hears of the gate
   */
  static void reopen(String text, VectorChoices vectors, Consumer<GateInUse> then) {
    if (!text.startsWith("cosine")) {
      return;
    }
    try {
      CosineGate named = (CosineGate) GateText.parse(text, GateText::anyProbe);
      vectors.read(
          Source.vector(named.probe().vector().name()),
          found -> with(found, named).ifPresent(then));
    } catch (FaultException e) {
      return;
    }
  }

  private static Optional<GateInUse> with(VectorInUse found, CosineGate named) {
    int layer = named.probe().layer();
    return found.vector().norm(layer) == 0
        ? Optional.empty()
        : Optional.of(
            new GateInUse(
                new CosineGate(new Probe(found.vector(), layer), named.bound(), named.once()),
                found.source()));
  }

  /** The same after the probe's file was given another name. */
  GateInUse renamed(String key, Source after) {
    return probe != null && probe.key().equals(key) ? new GateInUse(gate, after) : this;
  }

  /** The probe of a cosine gate, where its file is known. */
  Optional<VectorInUse> probeInUse() {
    return probe != null && gate instanceof CosineGate cosine
        ? Optional.of(new VectorInUse(probe, cosine.probe().vector()))
        : Optional.empty();
  }

  /** The gate as the command line takes it, and as settings remember it. */
  public String argument() {
    return gate instanceof CosineGate cosine && probe != null
        ? cosine.text(probe.key())
        : gate.text();
  }
}
