package org.densesteer.ui.trace;

import java.util.List;
import org.densesteer.generation.TokenEvent;

/** How far the hidden states of a run were really moved. */
final class MeasuredPush {

  private double sum;
  private int steered;
  private int seen;

  void accept(List<TokenEvent> events) {
    for (TokenEvent event : events) {
      seen++;
      if (event.push() > 0) {
        sum += event.push();
        steered++;
      }
    }
  }

  /**
   * Mean ‖Δh‖ / ‖h‖ over the positions that were moved, so that steering a part of them counts as
   * what it is; 0 when none was, NaN before the first token.
   */
  double mean() {
    if (seen == 0) {
      return Double.NaN;
    }
    return steered == 0 ? 0 : sum / steered;
  }
}
