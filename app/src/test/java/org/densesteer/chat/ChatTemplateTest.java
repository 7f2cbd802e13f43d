package org.densesteer.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.densesteer.common.FaultException;
import org.junit.jupiter.api.Test;

class ChatTemplateTest {

  private static final List<ChatMessage> TURNS =
      List.of(ChatMessage.system("S"), ChatMessage.user("U"), ChatMessage.assistant("A"));

  private static String message(String template) {
    return assertThrows(
            FaultException.class, () -> ChatTemplate.parse(template, Map.of()).render(TURNS, true))
        .getMessage();
  }

  @Test
  void rendersTurnsSpecialTokensAndTheGenerationPrompt() {
    ChatTemplate template =
        ChatTemplate.parse(
            "{{ bos_token }}{% for m in messages %}<{{ m.role }}>{{ m['content'] }}{% endfor %}"
                + "{% if add_generation_prompt %}<assistant>{% endif %}",
            Map.of("bos_token", "<s>"));
    assertEquals("<s><system>S<user>U<assistant>A<assistant>", template.render(TURNS, true));
    assertEquals("<s><system>S<user>U<assistant>A", template.render(TURNS, false));
  }

  @Test
  void toolsAndDocumentsAreNone() {
    ChatTemplate template =
        ChatTemplate.parse("{{ tools is none and documents is none }}", Map.of());
    assertEquals("True", template.render(TURNS, true));
  }

  @Test
  void takesMoreVariables() {
    ChatTemplate template = ChatTemplate.parse("{{ enable_thinking is false }}", Map.of());
    TemplateVariables off = TemplateVariables.of(Map.of("enable_thinking", false));
    assertEquals("True", template.render(TURNS, true, off));
    assertEquals("False", template.render(TURNS, true));
  }

  @Test
  void variablesComeBeforeSpecialTokens() {
    ChatTemplate template = ChatTemplate.parse("{{ bos_token }}", Map.of("bos_token", "<s>"));
    assertEquals("X", template.render(TURNS, true, TemplateVariables.of(Map.of("bos_token", "X"))));
  }

  @Test
  void aTurnIsPrintedRoleFirst() {
    ChatTemplate template =
        ChatTemplate.parse("{{ messages[0] }}{{ messages[0] | tojson }}", Map.of());
    assertEquals(
        "{'role': 'system', 'content': 'S'}{\"role\": \"system\", \"content\": \"S\"}",
        template.render(TURNS, true));
  }

  @Test
  void takesTheDateFromItsClock() {
    Clock clock = Clock.fixed(Instant.parse("2024-07-06T09:05:03Z"), ZoneOffset.UTC);
    ChatTemplate template = ChatTemplate.parse("{{ strftime_now('%d %b %Y') }}", Map.of());
    assertEquals("06 Jul 2024", template.withClock(clock).render(TURNS, true));
  }

  @Test
  void textOfTurnsIsNotATemplate() {
    ChatTemplate template = ChatTemplate.parse("{{ messages[0].content }}", Map.of());
    String text = "{{ 7 * 7 }} {% if %} \\boxed{49}";
    assertEquals(text, template.render(List.of(ChatMessage.user(text)), true));
  }

  @Test
  void saysWhatIsWrongWithATemplate() {
    assertEquals(
        "The chat template cannot be read: line 2: the tag 'include' is not supported.",
        message("a\n{% include 'x' %}"));
    assertEquals(
        "The chat template cannot be rendered: line 1: 'turns' is undefined.",
        message("{{ turns[0] }}"));
    assertEquals(
        "The chat template refuses these messages: Roles must alternate.",
        message("{{ raise_exception('Roles must alternate') }}"));
    assertEquals(
        "The chat template refuses these messages: it gives no reason.",
        message("{{ raise_exception('') }}"));
  }
}
