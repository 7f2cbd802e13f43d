package org.densesteer.ui.steering;

import org.densesteer.common.Texts;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.library.VectorSummary;
import org.densesteer.ui.common.Numbers;

/** What a person reads on another page after a vector was put in use. */
public final class InUseWords {

  private InUseWords() {}

  /** Where it steers now and where that is seen, one sentence. */
  public static String inUse(SteeringVector vector) {
    return Texts.of(
        "The vector %s is in use now %s; its answers are on Compare (Ctrl+1).",
        vector.name(), place(vector));
  }

  /** The same for one that is in the library since. */
  public static String keptAndInUse(SteeringVector vector) {
    return Texts.of(
        "The vector %s is in the library, and in use now %s; its answers are on Compare (Ctrl+1).",
        vector.name(), place(vector));
  }

  /** The same for one that was added to the mix. */
  public static String mixed(SteeringVector vector) {
    return Texts.of(
        "The vector %s works %s beside the one in use; their answers are on Compare (Ctrl+1).",
        vector.name(), place(vector));
  }

  private static String place(SteeringVector vector) {
    if (vector.metadata().appliesEveryLayer()) {
      return Texts.of("at %s at once", VectorSummary.of(vector).layersWords());
    }
    Recommendation begin = Recommendation.of(vector);
    return Texts.of("at layer %d, λ %s", begin.layer(), Numbers.signed(begin.strength()));
  }
}
