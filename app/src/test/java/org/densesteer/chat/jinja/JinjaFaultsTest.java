package org.densesteer.chat.jinja;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JinjaFaultsTest {

  private static JinjaException fault(String template) {
    return assertThrows(
        JinjaException.class,
        () ->
            JinjaTemplate.parse(template)
                .render(Map.of("xs", List.of(1), "m", Map.of("a", 1)), Clock.systemUTC()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      value = {
        "1 @ {{ x.y }} @ 'x' is undefined",
        "3 @ a;;{{ m.b.c }} @ 'b' of a mapping is undefined",
        "2 @ ;{% if true %}x @ the tag 'if' is not closed by 'endif' before end of template",
        "2 @ ;{% include 'x' %} @ the tag 'include' is not supported",
        "2 @ ;{{ 1 | shout }} @ the filter 'shout' is not supported",
        "2 @ ;{{ 1 is loud }} @ the test 'loud' is not supported",
        "3 @ ;{% for x in xs %};{{ x + 'a' }}{% endfor %} @ "
            + "'+' does not work between a number and a string",
        "4 @ {% macro f(a) %};;;{{ a.b }}{% endmacro %}{{ f() }} @ the parameter 'a' is undefined",
        "2 @ ;{{ 'abc @ a string is not closed",
        "2 @ ;{{ 1 @ a tag is not closed",
        "1 @ {% set xs.a = 1 %} @ 'xs' is not a namespace"
      })
  void namesTheLineAndTheProblem(int line, String template, String problem) {
    JinjaException fault = fault(template.replace(';', '\n'));
    assertEquals(problem, fault.getMessage());
    assertEquals(line, fault.line());
  }

  @Test
  void tellsARefusalFromAMistake() {
    JinjaException fault = fault("\n{{ raise_exception('Roles must alternate') }}");
    assertInstanceOf(RefusedException.class, fault);
    assertEquals("Roles must alternate", fault.getMessage());
    assertEquals(2, fault.line());
  }
}
