package org.densesteer.chat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
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

  /** Name of the template that is taken when nothing speaks for another. */
  static final String DEFAULT = "default";

  private static final String FOR_TOOLS = "tool_use";
  private static final String TOOLS = "tools";

  private final String name;
  private final Map<String, JinjaTemplate> templates;
  private final Map<String, Object> specials;
  private final Clock clock;

  private ChatTemplate(
      String name,
      Map<String, JinjaTemplate> templates,
      Map<String, Object> specials,
      Clock clock) {
    this.name = name;
    this.templates = templates;
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
    return parse("The chat template", Map.of(DEFAULT, jinja), specials);
  }

  /**
   * Reads the templates of a checkpoint.
   *
   * @param name names them in messages: {@code The chat template of …}
   * @param sources sources by name
   */
  static ChatTemplate parse(String name, Map<String, String> sources, Map<String, ?> specials) {
    Map<String, JinjaTemplate> templates = new TreeMap<>();
    for (String wanted : List.of(DEFAULT, FOR_TOOLS)) {
      if (sources.containsKey(wanted)) {
        templates.put(wanted, parse(name, sources.get(wanted)));
      }
    }
    if (templates.isEmpty()) {
      throw new FaultException(
          Texts.of(
              "%s is chosen from several, of which none is called “%s”: %s.",
              name, DEFAULT, String.join(", ", new TreeSet<>(sources.keySet()))));
    }
    return new ChatTemplate(name, templates, Map.copyOf(specials), Clock.systemDefaultZone());
  }

  private static JinjaTemplate parse(String name, String jinja) {
    try {
      return JinjaTemplate.parse(jinja);
    } catch (JinjaException e) {
      throw new FaultException(
          Texts.of("%s cannot be read: line %d: %s.", name, e.line(), e.getMessage()), e);
    }
  }

  /** A copy that takes the date from this clock; some templates write today's date. */
  public ChatTemplate withClock(Clock newClock) {
    return new ChatTemplate(name, templates, specials, newClock);
  }

  /**
   * The conversation as text.
   *
   * @param addGenerationPrompt whether the text ends with the opening of the model's next turn
   * @throws FaultException when the template refuses the conversation or cannot be rendered
   */
  public String render(List<ChatMessage> messages, boolean addGenerationPrompt) {
    return render(messages, addGenerationPrompt, TemplateVariables.NONE);
  }

  /**
   * The conversation as text, with more variables, such as {@code enable_thinking}; they come
   * before the special tokens of the same name.
   *
   * @throws FaultException when the template refuses the conversation or cannot be rendered
   */
  public String render(
      List<ChatMessage> messages, boolean addGenerationPrompt, TemplateVariables variables) {
    List<Map<String, String>> turns = new ArrayList<>();
    for (ChatMessage message : messages) {
      Map<String, String> turn = new LinkedHashMap<>(); // some templates print the whole turn
      turn.put("role", message.role());
      turn.put("content", message.content());
      turns.add(turn);
    }
    Map<String, @Nullable Object> all = new HashMap<>(specials);
    all.put("messages", turns);
    all.put(TOOLS, null);
    all.put("documents", null);
    all.put("add_generation_prompt", addGenerationPrompt);
    all.putAll(variables.values());
    try {
      return template(all.get(TOOLS) != null).render(all, clock);
    } catch (RefusedException e) {
      throw new FaultException(name + " refuses these messages: " + sentence(e.getMessage()), e);
    } catch (JinjaException e) {
      throw new FaultException(
          Texts.of("%s cannot be rendered: line %d: %s.", name, e.line(), e.getMessage()), e);
    }
  }

  private JinjaTemplate template(boolean forTools) {
    @Nullable JinjaTemplate special = forTools ? templates.get(FOR_TOOLS) : null;
    @Nullable JinjaTemplate template = special == null ? templates.get(DEFAULT) : special;
    if (template == null) {
      throw new FaultException(
          Texts.of(
              "%s is there for chats with tools only: none of its templates is called “%s”.",
              name, DEFAULT));
    }
    return template;
  }

  private static String sentence(String message) {
    String text = message.isBlank() ? "it gives no reason" : message.strip();
    return text.endsWith(".") || text.endsWith("!") || text.endsWith("?") ? text : text + ".";
  }
}
