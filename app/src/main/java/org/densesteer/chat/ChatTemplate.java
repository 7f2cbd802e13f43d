package org.densesteer.chat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.densesteer.chat.jinja.JinjaException;
import org.densesteer.chat.jinja.JinjaTemplate;
import org.densesteer.chat.jinja.RefusedException;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Turns a conversation into the text that a model was trained to read, as {@code
 * apply_chat_template} of Hugging Face transformers does.
 */
public final class ChatTemplate {

  private final String name;
  private final JinjaTemplate template;
  private final Map<String, Object> specials;
  private final Clock clock;

  private ChatTemplate(
      String name, JinjaTemplate template, Map<String, Object> specials, Clock clock) {
    this.name = name;
    this.template = template;
    this.specials = specials;
    this.clock = clock;
  }

  /**
   * Reads a template.
   *
   * @param jinja its source
   * @param specials variables it can use: the special tokens, such as {@code bos_token}
   * @throws FaultException when it is not valid or uses what is not supported
   */
  public static ChatTemplate parse(String jinja, Map<String, ?> specials) {
    return parse("The chat template", jinja, specials);
  }

  /** The same, with the words that name it in messages: {@code The chat template of …}. */
  static ChatTemplate parse(String name, String jinja, Map<String, ?> specials) {
    try {
      return new ChatTemplate(
          name, JinjaTemplate.parse(jinja), Map.copyOf(specials), Clock.systemDefaultZone());
    } catch (JinjaException e) {
      throw new FaultException(
          Texts.of("%s cannot be read: line %d: %s.", name, e.line(), e.getMessage()), e);
    }
  }

  /** A copy that takes the date from this clock; some templates write today's date. */
  public ChatTemplate withClock(Clock newClock) {
    return new ChatTemplate(name, template, specials, newClock);
  }

  /**
   * The conversation as text.
   *
   * @param addGenerationPrompt whether the text ends with the opening of the model's next turn
   * @throws FaultException when the template refuses the conversation or cannot be rendered
   */
  public String render(List<ChatMessage> messages, boolean addGenerationPrompt) {
    return render(messages, addGenerationPrompt, Map.of());
  }

  /**
   * The conversation as text, with more variables, such as {@code enable_thinking}.
   *
   * @param variables names to strings, numbers, booleans, collections or maps of these
   * @throws FaultException when the template refuses the conversation or cannot be rendered
   */
  public String render(
      List<ChatMessage> messages, boolean addGenerationPrompt, Map<String, ?> variables) {
    List<Map<String, String>> turns = new ArrayList<>();
    for (ChatMessage message : messages) {
      turns.add(Map.of("role", message.role(), "content", message.content()));
    }
    Map<String, @Nullable Object> all = new HashMap<>(specials);
    all.put("messages", turns);
    all.put("tools", null);
    all.put("documents", null);
    all.put("add_generation_prompt", addGenerationPrompt);
    all.putAll(variables);
    try {
      return template.render(all, clock);
    } catch (RefusedException e) {
      throw new FaultException(name + " refuses these messages: " + sentence(e.getMessage()), e);
    } catch (JinjaException e) {
      throw new FaultException(
          Texts.of("%s cannot be rendered: line %d: %s.", name, e.line(), e.getMessage()), e);
    }
  }

  private static String sentence(String message) {
    String text = message.isBlank() ? "it gives no reason" : message.strip();
    return text.endsWith(".") || text.endsWith("!") || text.endsWith("?") ? text : text + ".";
  }
}
