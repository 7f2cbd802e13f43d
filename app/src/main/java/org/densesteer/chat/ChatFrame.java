package org.densesteer.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a chat prompt has around its question.
 *
 * @param system the system turn; null for the template's own default
 * @param variables what else the template is given
 */
public record ChatFrame(@Nullable String system, TemplateVariables variables) {

  /** The template's defaults. */
  public static final ChatFrame PLAIN = new ChatFrame(null, TemplateVariables.NONE);

  /** The same variables with another system turn. */
  public ChatFrame withSystem(@Nullable String other) {
    return new ChatFrame(other, variables);
  }

  /** The turns up to the model's answer. */
  public List<ChatMessage> messages(String question) {
    return system == null
        ? List.of(ChatMessage.user(question))
        : List.of(ChatMessage.system(system), ChatMessage.user(question));
  }
}
