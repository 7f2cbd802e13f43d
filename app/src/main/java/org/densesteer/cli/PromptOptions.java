package org.densesteer.cli;

import java.util.List;
import org.densesteer.chat.TemplateVariables;
import org.densesteer.generation.ModelSession;
import org.densesteer.generation.Prompt;
import org.densesteer.notebook.RunPrompt;
import org.densesteer.notebook.RunPrompt.Form;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What the model reads: a question in its chat template, a text as it is, or token ids. */
final class PromptOptions {

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Source source = new Source();

  /** One of three ways to say it. */
  static final class Source {

    @ArgGroup(exclusive = false)
    private @Nullable Chat chat;

    @ArgGroup(exclusive = false)
    private @Nullable Raw raw;

    @Option(
        names = "--prompt-ids",
        split = ",",
        paramLabel = "ID",
        description = "A prompt given by its token ids, separated by commas.")
    private int @Nullable [] ids;
  }

  /** A text without the chat template. */
  static final class Raw {

    @Option(
        names = "--prompt",
        required = true,
        paramLabel = "TEXT",
        description =
            "A prompt without the chat template, behind the begin token if the tokenizer puts one before a text.")
    private String text = "";

    @Option(names = "--no-bos", description = "Leave the begin token out.")
    private boolean noBegin;
  }

  /** A question for the chat template. */
  static final class Chat extends ChatFrameOptions {

    @Option(
        names = "--chat",
        required = true,
        paramLabel = "TEXT",
        description = "The question, put into the checkpoint's chat template.")
    private String question = "";
  }

  /** What the chat template is given beside the messages. */
  TemplateVariables variables() {
    return source.chat == null ? TemplateVariables.NONE : source.chat.frame().variables();
  }

  /**
   * What a record says of the prompt.
   *
   * @param prompt the prompt in the model's tokens
   * @param gold right answers; empty where none was given
   */
  RunPrompt recorded(Prompt prompt, List<String> gold) {
    if (source.chat != null) {
      return RunPrompt.chat(source.chat.question, source.chat.frame(), prompt, gold);
    }
    Form form = Form.IDS;
    if (source.raw != null) {
      form = source.raw.noBegin ? Form.TEXT_WITHOUT_BEGIN : Form.TEXT;
    }
    return RunPrompt.plain(form, prompt, gold);
  }

  /** The prompt in the model's tokens. */
  Prompt prompt(ModelSession session) {
    if (source.chat != null) {
      return session.chatPrompt(source.chat.frame(), source.chat.question);
    }
    if (source.raw != null) {
      return source.raw.noBegin
          ? session.rawPrompt(source.raw.text)
          : session.rawPromptWithBegin(source.raw.text);
    }
    return session.rawPrompt(source.ids == null ? new int[0] : source.ids);
  }
}
