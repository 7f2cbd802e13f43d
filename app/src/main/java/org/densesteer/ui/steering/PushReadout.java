package org.densesteer.ui.steering;

import org.densesteer.common.Texts;
import org.densesteer.steering.Operator;

/**
 * What the panel says of the push.
 *
 * @param words how much is added, or why that cannot be told
 * @param band how strong it is; moderate where that is not known
 * @param told whether the words tell the push, and so wear the colour of its band
 */
record PushReadout(String words, PushBand band, boolean told) {

  /**
   * Reads the push of the vector in use.
   *
   * @param fits whether all vectors at work fit the model
   */
  static PushReadout of(SteeringState state, PushScale scale, boolean fits) {
    double push = scale.push(state.strength());
    PushBand band = PushBand.of(push);
    if (state.vector() == null) {
      return new PushReadout("no vector", band, false);
    }
    if (state.operator() == Operator.ABLATE) {
      return new PushReadout("removes the part along v", band, false);
    }
    if (!fits) {
      return new PushReadout("none: a vector does not fit", band, false);
    }
    if (Double.isNaN(push)) {
      return new PushReadout("known once the prompt is read", band, false);
    }
    String format = 100 * push < 9.95 ? "%.1f %% of ‖h‖ · %s" : "%.0f %% of ‖h‖ · %s";
    return new PushReadout(Texts.of(format, 100 * push, band.words()), band, true);
  }

  /** The colour of the words; empty for none of its own. */
  String styleClass() {
    return told ? "push-" + band.tone() : "";
  }
}
