package org.densesteer.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.densesteer.common.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateVariablesTest {

  private static TemplateVariables parse(String text) {
    return TemplateVariables.parse("The text", text);
  }

  @Test
  void keepsEveryKindOfValueInItsOrder() {
    String json = "{\"b\":[1,2.5,null,\"é\"],\"a\":{\"z\":true,\"y\":-3},\"n\":null}";
    TemplateVariables variables = parse(json);
    assertEquals(List.of("b", "a", "n"), List.copyOf(variables.values().keySet()));
    assertNull(variables.values().get("n"));
    assertEquals(json, variables.json());
    assertEquals(variables, parse(variables.json()));
  }

  @Test
  void aBlankTextOrAnEmptyObjectHoldsNone() {
    assertSame(TemplateVariables.NONE, parse(" \n"));
    assertSame(TemplateVariables.NONE, parse("{}"));
    assertTrue(TemplateVariables.NONE.isEmpty());
    assertEquals("", TemplateVariables.NONE.json());
  }

  @Test
  void whoeverMadeANumberItIsTheSame() {
    assertEquals(parse("{\"a\": 1}"), TemplateVariables.of(Map.of("a", 1)));
    assertEquals(parse("{\"a\": 0.5}"), TemplateVariables.of(Map.of("a", 0.5f)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      quoteCharacter = '`',
      value = {
        "[1] @ The text is not a JSON object, such as {\"enable_thinking\": false}.",
        "false @ The text is not a JSON object, such as {\"enable_thinking\": false}.",
        "{\"a\": False} @ The text is not well-formed JSON at line 1, column 7.",
        "{\"a\": 1 @ The text stops in the middle of its JSON, as when it was cut off.",
        "{\"a\": 1, \"a\": 2} @ The text has “a” twice in one object at line 1, column 13.",
        "{\"a\": 1} x @ The text is not well-formed JSON at line 1, column 10.",
        "{\"messages\": []} @ "
            + "The template variable “messages” is the workbench's own and cannot be given.",
        "{\"tools\": {\"a\": 1}} @ The template variable “tools” must be a list of JSON objects.",
        "{\"documents\": [1]} @ The template variable “documents” must be a list of JSON objects.",
        "{\"a\": 99999999999999999999} @ "
            + "A number in the template variable “a” has more than 64 bits."
      })
  void saysWhatIsWrong(String text, String sentence) {
    assertEquals(sentence, assertThrows(FaultException.class, () -> parse(text)).getMessage());
  }
}
