package org.densesteer.notebook;

import java.util.Arrays;
import java.util.List;
import org.densesteer.chat.ChatFrame;
import org.densesteer.chat.TemplateVariables;
import org.densesteer.generation.Prompt;
import org.jspecify.annotations.Nullable;

/**
 * What an answer was given to.
 *
 * @param form what became of the question on its way to the model
 * @param question what was asked; for a prompt without a template, the prompt
 * @param system the system turn; null for the template's own default
 * @param variables what else the chat template was given
 * @param text what the model read, special tokens written out
 * @param tokenIds the same in its tokens
 * @param gold right answers, any of which will do; empty where none is known
 */
public record RunPrompt(
    Form form,
    String question,
    @Nullable String system,
    TemplateVariables variables,
    String text,
    List<Integer> tokenIds,
    List<String> gold) {

  /** What becomes of a question on its way to the model. */
  public enum Form {
    /** It is put into the chat template. */
    CHAT,
    /** It is read as it is, behind the begin token where the tokenizer puts one. */
    TEXT,
    /** It is read as it is, without a begin token. */
    TEXT_WITHOUT_BEGIN,
    /** It was given in tokens. */
    IDS
  }

  /** Freezes the lists. */
  public RunPrompt {
    tokenIds = List.copyOf(tokenIds);
    gold = List.copyOf(gold);
  }

  /** A question in its chat template. */
  public static RunPrompt chat(
      String question, ChatFrame frame, Prompt rendered, List<String> gold) {
    return of(Form.CHAT, question, frame, rendered, gold);
  }

  /** A prompt without a template. */
  public static RunPrompt plain(Form form, Prompt prompt, List<String> gold) {
    return of(form, prompt.text(), ChatFrame.PLAIN, prompt, gold);
  }

  private static RunPrompt of(
      Form form, String question, ChatFrame frame, Prompt rendered, List<String> gold) {
    return new RunPrompt(
        form,
        question,
        frame.system(),
        frame.variables(),
        rendered.text(),
        Arrays.stream(rendered.tokenIds()).boxed().toList(),
        gold);
  }

  /** What the chat template was given around the question. */
  public ChatFrame frame() {
    return new ChatFrame(system, variables);
  }
}
