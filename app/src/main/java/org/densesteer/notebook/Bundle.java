package org.densesteer.notebook;

import java.util.List;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Positions;

/**
 * What makes a session file the passport of one vector, for whoever gets nothing but the file. How
 * the vector was made is told by the vector itself.
 *
 * @param vectorHash which of the file's vectors
 * @param layer 0-based decoder block at which it was tuned
 * @param strength λ at which it was tuned
 * @param positions which positions it was tuned for
 * @param operator how its direction meets the hidden state
 * @param source where the effect was measured, in words; empty where it was not
 * @param effect what was measured there, the baseline first
 * @param card a model card in Markdown
 */
public record Bundle(
    String vectorHash,
    int layer,
    double strength,
    Positions positions,
    Operator operator,
    String source,
    List<BundleEffect> effect,
    String card) {

  /** Freezes the list. */
  public Bundle {
    effect = List.copyOf(effect);
  }
}
