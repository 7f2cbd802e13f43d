package org.densesteer.ui.steering;

/** What the bars of a strip stand for. */
enum StripAcross {
  /** Every layer at the same push. */
  LAYERS("every layer"),
  /** Every tenth of the slider's strengths at the present layer. */
  STRENGTHS("every strength");

  private final String words;

  StripAcross(String words) {
    this.words = words;
  }

  /** The words for a person. */
  String words() {
    return words;
  }
}
