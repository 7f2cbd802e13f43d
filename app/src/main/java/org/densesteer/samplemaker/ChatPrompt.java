package org.densesteer.samplemaker;

/** The sample model's chat format: Qwen's turns, without a default system turn. */
final class ChatPrompt {

  /** What {@code tokenizer_config.json} carries; {@link #render} gives the same text. */
  static final String TEMPLATE =
      "{%- for message in messages %}"
          + "{{- '<|im_start|>' + message['role'] + '\\n' + message['content']"
          + " + '<|im_end|>' + '\\n' }}"
          + "{%- endfor %}"
          + "{%- if add_generation_prompt %}{{- '<|im_start|>assistant\\n' }}{%- endif %}";

  private ChatPrompt() {}

  /** The prompt for a question; no system turn when {@code system} is empty. */
  static String render(String system, String question) {
    String opening = system.isEmpty() ? "" : turn("system", system);
    return opening + turn("user", question) + SampleVocabulary.TURN_START + "assistant\n";
  }

  private static String turn(String role, String content) {
    return SampleVocabulary.TURN_START + role + "\n" + content + SampleVocabulary.TURN_END + "\n";
  }
}
