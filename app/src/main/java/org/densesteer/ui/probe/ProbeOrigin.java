package org.densesteer.ui.probe;

/** Which texts a probe is made of. */
enum ProbeOrigin {
  /** Prompts of questions, a file for each kind. */
  QUESTIONS(
      "questions of two files",
      "One question a line. The gate is to open at the prompts of the first file and to stay shut at"
          + " those of the second.",
      true),
  /** Prompts with the answers of the Extract page's pairs. */
  PAIRS(
      "pairs of the Extract page",
      "The pairs that are ticked there, each behind its prompt. The gate is to open at the end of the"
          + " dense answers and to stay shut at that of the sparse ones.",
      false);

  private final String words;
  private final String explanation;
  private final boolean once;

  ProbeOrigin(String words, String explanation, boolean once) {
    this.words = words;
    this.explanation = explanation;
    this.once = once;
  }

  String words() {
    return words;
  }

  String explanation() {
    return explanation;
  }

  /** Whether a gate by it is decided once, from the prompt, unless a person says otherwise. */
  boolean once() {
    return once;
  }
}
