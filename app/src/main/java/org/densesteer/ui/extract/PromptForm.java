package org.densesteer.ui.extract;

import org.densesteer.extraction.QuestionTemplate;

/** How a question is put to the model, when pairs are made and when they are read. */
enum PromptForm {
  /** As Compare asks it. */
  PLAIN("The question alone, as in Compare", QuestionTemplate.PLAIN),
  /** As DenseSteer's authors ask it. */
  PAPER("The paper's instruction and the question", QuestionTemplate.PAPER),
  /** As a person words it. */
  OWN("In words of my own…", QuestionTemplate.PAPER);

  private final String words;
  private final QuestionTemplate template;

  PromptForm(String words, QuestionTemplate template) {
    this.words = words;
    this.template = template;
  }

  /** The user turn; of one's own words the one to begin with. */
  QuestionTemplate template() {
    return template;
  }

  @Override
  public String toString() {
    return words;
  }
}
