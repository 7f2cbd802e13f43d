package org.densesteer.notebook;

import java.util.List;

/**
 * What makes a session file the passport of one vector, for whoever gets nothing but the file. How
 * the vector was made is told by the vector itself.
 *
 * @param steering the vector as it was tuned
 * @param source where the effect was measured, in words; empty where it was not
 * @param effect what was measured there, the baseline first
 * @param card a model card in Markdown
 */
public record Bundle(RunSteering steering, String source, List<BundleEffect> effect, String card) {

  /** Freezes the list. */
  public Bundle {
    effect = List.copyOf(effect);
  }
}
