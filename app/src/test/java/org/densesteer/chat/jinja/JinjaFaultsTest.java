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
        "1 @ {% set xs.a = 1 %} @ 'xs' is not a namespace",
        "2 @ {% for x in xs %};{{ loop(xs) }}{% endfor %} @ "
            + "'loop' is called but the loop is not marked 'recursive'",
        "2 @ ;{{ xs | map('string') }} @ "
            + "what the filter 'map' gives, which is no list, cannot be printed",
        "1 @ {{ xs | select | length }} @ "
            + "what the filter 'select' gives, which is no list, has no length",
        "1 @ {{ xs.append }}{{ xs.append(1) }} @ "
            + "'append' changes a list, which a template may not do",
        "1 @ {{ 'a'.encode() }} @ the method 'encode' of a string is not supported",
        "2 @ ;{{ xs | random }} @ the filter 'random' is not supported",
        "1 @ {{ '%d' % 'a' }} @ '%d' is given a string",
        "1 @ {{ '{:d}'.format(1.5) }} @ 'd' is no type of a format for a number",
        "1 @ {{ '{a}'.format(b=1) }} @ a format has no value for 'a'",
        "1 @ {{ xs | tojson(indnt=2) }} @ there is no argument 'indnt'",
        "2 @ {% macro f(a) %}{{ a }}{% endmacro %};{{ f(1, 2) }} @ "
            + "the macro 'f' is given too many arguments",
        "1 @ {% macro f(a=1, b) %}{% endmacro %} @ "
            + "the parameter 'b' has no default but follows one that has",
        "1 @ {% for x in xs %}{% generation %}{% break %}{% endgeneration %}{% endfor %} @ "
            + "'break' stands outside a loop",
        "1 @ {{ 99999999999999999999 }} @ the number 99999999999999999999 is too large"
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
