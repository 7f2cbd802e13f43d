package org.densesteer.chat.jinja;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Clock;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileTemplateTest {

  private static String render(String template) {
    return assertTimeoutPreemptively(
        ofSeconds(20), () -> JinjaTemplate.parse(template).render(Map.of(), Clock.systemUTC()));
  }

  private static void refused(String template) {
    assertThrows(JinjaException.class, () -> render(template));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // never ends
        "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
        // grows without bound
        "{{ 'x' * 1000000000000 }}",
        "{{ [1] * 9000000000 }}",
        "{{ [] * 9223372036854775807 }}",
        "{% set ns = namespace(s='x') %}{% for i in range(99) %}{% set ns.s = ns.s + ns.s %}"
            + "{% endfor %}",
        "{% set ns = namespace(s='x') %}{% for i in range(99) %}{% set ns.s = ns.s ~ ns.s %}"
            + "{% endfor %}",
        "{% set ns = namespace(s=[1]) %}{% for i in range(99) %}{% set ns.s = ns.s + ns.s %}"
            + "{% endfor %}",
        "{% set ns = namespace(s='xx') %}{% for i in range(99) %}"
            + "{% set ns.s = ns.s.replace('x', ns.s) %}{% endfor %}",
        "{% set ns = namespace(s='xx') %}{% for i in range(99) %}"
            + "{% set ns.s = ns.s | replace('', ns.s) %}{% endfor %}",
        "{% set ns = namespace(s='xx') %}{% for i in range(99) %}"
            + "{% set ns.s = ns.s.join(ns.s) %}{% endfor %}",
        "{% set ns = namespace(s='x\nx') %}{% for i in range(99) %}"
            + "{% set ns.s = ns.s | indent(ns.s) %}{% endfor %}",
        // small values that are large when looked at
        "{% set ns = namespace(s=[1]) %}{% for i in range(99) %}{% set ns.s = [ns.s, ns.s] %}"
            + "{% endfor %}{{ ns.s }}",
        "{% set ns = namespace(s=[1]) %}{% for i in range(99) %}{% set ns.s = [ns.s, ns.s] %}"
            + "{% endfor %}{{ ns.s | tojson }}",
        "{% set a = namespace(s=[1]) %}{% for i in range(99) %}{% set a.s = [a.s, a.s] %}"
            + "{% endfor %}{{ a.s == [[a.s[0][0], a.s[0][1]], a.s[1]] }}",
        // deep values
        "{% set ns = namespace(s=[]) %}{% for i in range(9999) %}{% set ns.s = [ns.s] %}"
            + "{% endfor %}{{ ns.s }}",
        "{% set ns = namespace(s=[]) %}{% for i in range(9999) %}{% set ns.s = [ns.s] %}"
            + "{% endfor %}{{ ns.s | tojson }}",
        "{% set ns = namespace(s=[], t=[]) %}{% for i in range(9999) %}{% set ns.s = [ns.s] %}"
            + "{% set ns.t = [ns.t] %}{% endfor %}{{ ns.s == ns.t }}",
        "{% set ns = namespace(s=[], t=[]) %}{% for i in range(9999) %}{% set ns.s = [ns.s] %}"
            + "{% set ns.t = [ns.t] %}{% endfor %}{{ ns.s < ns.t }}",
        // slow searches
        "{% set a = 'a' * 5000000 %}{% set b = 'a' * 2000000 ~ 'b' %}{{ b in a }}",
        "{% set a = 'a' * 5000000 %}{% set b = 'a' * 2000000 ~ 'b' %}{{ a.find(b) }}",
        "{{ range(99999) | list | unique | list | length }}",
        "{{ 9223372036854775807 + 1 }}",
        "{{ 10 ** 9223372036854775807 }}",
        // wide formats and fillings
        "{{ '{:999999999}'.format(1) }}",
        "{{ '{:.999999999f}'.format(1.5) }}",
        "{{ '%999999999d' % 1 }}",
        "{{ '%*d' % (999999999, 1) }}",
        "{% for i in range(99999) %}{{ '{:9999}'.format(1) }}{% endfor %}",
        "{% for i in range(99999) %}{{ '%.9999f' % 1.5 }}{% endfor %}",
        "{{ strftime_now('%999999999Y') }}",
        "{% for i in range(99999) %}{{ strftime_now('%1000Y%1000Y') }}{% endfor %}",
        "{{ 'a'.center(999999999999) }}",
        "{{ 'a'.ljust(9223372036854775807) }}",
        "{{ 'a'.zfill(999999999999) }}",
        "{{ '\t'.expandtabs(999999999999) }}",
        "{{ [1] | batch(999999999999, 0) | list }}",
        "{{ [1] | slice(999999999999, 0) | list }}",
        "{{ 'a' | center(999999999999) }}",
        "{% set a = 'x' * 4000000 %}{% for i in range(99) %}{{ a | wordcount }}{% endfor %}",
        "{% set a = '&' * 4000000 %}{% for i in range(99) %}{{ a | e | length }}{% endfor %}",
        "{% set a = 'x' * 4000000 %}{% for i in range(99) %}{{ a.upper() | length }}{% endfor %}",
        // loops, macros and items without end
        "{% for x in [1] recursive %}{{ loop([1]) }}{% endfor %}",
        "{% for x in [1] recursive %}{{ loop([1, 1]) }}{% endfor %}",
        "{% macro f() %}{% call f() %}{{ caller() }}{% endcall %}{% endmacro %}{{ f() }}",
        "{% set ns = namespace(s=[1]) %}{% for i in range(9999) %}"
            + "{% set ns.s = ns.s | map('string') %}{% endfor %}{{ ns.s | list }}",
        "{% set ns = namespace(s=[1]) %}{% for i in range(99) %}{% set ns.s = [ns.s, ns.s] %}"
            + "{% endfor %}{% for i in [1, 2] %}{{ loop.changed([ns.s]) }}{% endfor %}{{ ns.s }}",
        "{% for i in range(99999) %}{% for j in range(99999) if j > i %}{% endfor %}{% endfor %}",
        "{{ dict([1]) }}",
        "{{ range(*range(99999)) }}"
      })
  void isStopped(String template) {
    refused(template);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "[",
        "{",
        "{1:",
        "-",
        "not ",
        "a.",
        "a[",
        "f(",
        "x|f(",
        "1 if ",
        "1 if 1 else ",
        "~",
        "1+",
        "2**",
        "a and ",
        "a is b ",
        "x is divisibleby(",
        "'a' ",
        "1,",
        "a|b|",
        "()",
        "[0]"
      })
  void deepExpressionsAreRefusedOrRendered(String piece) {
    for (String end : new String[] {" }}", "", "1 }}"}) {
      try {
        render("{{ " + piece.repeat(30_000) + end);
      } catch (JinjaException e) {
        assertEquals(1, e.line());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{% if 1 %}",
        "{% for x in [1] %}",
        "{% macro f() %}",
        "{% set x %}",
        "{% generation %}",
        "{% call f() %}",
        "{% filter upper %}",
        "{% with a = 1 %}",
        "{% if 1 %}{% elif 1 %}",
        "{% else %}",
        "{{",
        "{%",
        "{#",
        "{% raw %}",
        "{{ 1 }}\n  {% if 1"
      })
  void deepTagsAreRefused(String piece) {
    refused(piece.repeat(30_000));
  }

  @Test
  void aMethodThatIsNotCalledCostsNothing() {
    assertEquals(
        "True",
        render(
            "{% set a = 'x' * 9000000 %}{% set ns = namespace(n=true) %}{% for i in range(9999) %}"
                + "{% set ns.n = a.upper is defined %}{% endfor %}{{ ns.n }}"));
  }

  @Test
  void negativePowersAndHugeStepsEnd() {
    assertEquals(
        "1.0 1 [1] 0",
        render(
            "{{ 1 ** -9223372036854775807 }} "
                + "{{ 1 ** 9223372036854775807 }} {{ [1, 2][::9223372036854775807] }} "
                + "{{ range(9223372036854775807, -9223372036854775807) | length }}"));
  }

  @Test
  void anyTextEitherRendersOrSaysWhatIsWrong() {
    String[] pieces = {
      "{{",
      "}}",
      "{%",
      "%}",
      "{#",
      "#}",
      "-",
      "+",
      " ",
      "\n",
      "if ",
      "endif",
      "else",
      "for x in ",
      "endfor",
      "set ",
      "endset",
      "macro f(a)",
      "endmacro",
      "x",
      ".y",
      "[0]",
      "(",
      ")",
      "[",
      "]",
      "{",
      "}",
      "|",
      "trim",
      "is ",
      "not ",
      "defined",
      "'a'",
      "\"",
      "'",
      "1",
      "1.5",
      "==",
      "=",
      ",",
      ":",
      "~",
      "**",
      "\\",
      "é",
      "\ud83d",
      "raw",
      "endraw",
      "loop.index",
      "namespace()",
      "ns.a",
      "with a = 1",
      "endwith",
      "call f()",
      "endcall",
      "filter upper",
      "endfilter",
      "recursive",
      "*",
      "%",
      "'{}'.format(",
      "map('string')"
    };
    Random random = new Random(11);
    for (int round = 0; round < 20_000; round++) {
      StringBuilder template = new StringBuilder();
      for (int i = random.nextInt(25); i >= 0; i--) {
        template.append(pieces[random.nextInt(pieces.length)]);
      }
      try {
        JinjaTemplate.parse(template.toString()).render(Map.of("x", "v"), Clock.systemUTC());
      } catch (JinjaException e) {
        assertEquals(true, e.line() > 0, template.toString());
      }
    }
  }
}
