package org.densesteer.steering;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepsTest {

  /** What CPython 3.11's {@code str.strip} takes off: see {@code WhiteSpaceTest}. */
  private static final String SPACES =
      "\t\n\u000b\f\r\u001c\u001d\u001e\u001f \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
          + "\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000";

  private static final Pattern ENDS = Pattern.compile("\\A[" + SPACES + "]+|[" + SPACES + "]+\\z");

  @Test
  void splitsAtBlankLinesAndStripsEachPart() {
    assertEquals(
        List.of(new Step(1, 2, 4, "ab"), new Step(2, 7, 10, "c d"), new Step(3, 13, 14, "e")),
        Steps.split("  ab\n\n c d\n\n\ne\n"));
  }

  @Test
  void dropsEmptyParts() {
    assertEquals(
        List.of(new Step(1, 4, 5, "a"), new Step(2, 11, 12, "b")),
        Steps.split("\n\n\n\na\n\n \t\n\nb\n\n"));
  }

  @Test
  void keepsSingleLineBreaksAndSpacedBlankLinesInside() {
    assertEquals(List.of(new Step(1, 0, 7, "a\nb\n \nc")), Steps.split("a\nb\n \nc"));
  }

  @Test
  void splitsThreeLineBreaksAfterTheSecond() {
    List<Step> steps = Steps.split("a\n\n\n\nb");
    assertEquals(List.of(new Step(1, 0, 1, "a"), new Step(2, 5, 6, "b")), steps);
  }

  @Test
  void stripsWhatPythonStrips() {
    assertEquals(List.of(new Step(1, 3, 4, "a")), Steps.split("\u00a0\u0085\u202fa\u2007\u3000"));
  }

  @Test
  void keepsWhatPythonKeeps() {
    assertEquals("\u200ba\ufeff", Steps.split("\u200ba\ufeff").get(0).text());
  }

  @Test
  void carriageReturnsDoNotSeparate() {
    assertEquals(1, Steps.count("a\r\n\r\nb"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n", "\n\n", "\n\n\n\n \n\n"})
  void blankTextHasNoPartButCountsAsOneStep(String text) {
    assertEquals(List.of(), Steps.split(text));
    assertEquals(1, Steps.count(text));
  }

  @Test
  void countsParts() {
    assertEquals(3, Steps.count("one\n\ntwo\n\nthree"));
  }

  @Test
  void aGrowingTextHasTheStepsOfItsSplitAtEveryMoment() {
    Random random = new Random(11);
    for (int round = 0; round < 2_000; round++) {
      Steps steps = new Steps();
      String text = "";
      for (int i = 0; i < 12; i++) {
        String more = anyText(random);
        steps.append(more);
        text += more;
        String soFar = text;
        List<Step> seen = new ArrayList<>(steps.finished());
        steps.unfinished().ifPresent(seen::add);
        assertEquals(Steps.split(text), seen, () -> shown(soFar));
        assertEquals(
            parts(text), seen.stream().map(Step::text).toList(), () -> "parts of " + shown(soFar));
        assertEquals(parts(text + "x").size(), steps.next(), () -> "step after " + shown(soFar));
      }
    }
  }

  /** The definition, word for word: split, strip, drop what is empty. */
  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    for (String part : text.split("\n\n", -1)) {
      String stripped = ENDS.matcher(part).replaceAll("");
      if (!stripped.isEmpty()) {
        parts.add(stripped);
      }
    }
    return parts;
  }

  private static String anyText(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(5); i > 0; i--) {
      text.append(
          switch (random.nextInt(6)) {
            case 0, 1 -> "\n";
            case 2 -> String.valueOf(SPACES.charAt(random.nextInt(SPACES.length())));
            case 3 -> "\u200b\ufeff\u180e\0".charAt(random.nextInt(4));
            default -> "ab\ud83d\ude00".charAt(random.nextInt(4));
          });
    }
    return text.toString();
  }

  private static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    text.chars().forEach(c -> shown.append("%04x ".formatted(c)));
    return shown.toString();
  }
}
