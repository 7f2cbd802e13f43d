package org.densesteer.cli;

import org.densesteer.chat.ChatFrame;
import org.densesteer.chat.TemplateVariables;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a chat has around its question. */
class ChatFrameOptions {

  @Option(
      names = "--system",
      paramLabel = "TEXT",
      description = "The system turn (default: what the chat template says).")
  private @Nullable String system;

  @Option(
      names = "--template-vars",
      defaultValue = "",
      paramLabel = "JSON",
      converter = TemplateVariablesConverter.class,
      description = TemplateVariablesConverter.DESCRIPTION)
  private TemplateVariables variables = TemplateVariables.NONE;

  ChatFrame frame() {
    return new ChatFrame(system, variables);
  }
}
