package org.densesteer.metrics.answer;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Why no response can match a gold answer. Such an answer must not be scored: all would be wrong.
 */
public final class GoldFlaw {

  /** What is said of an answer that is blank. */
  public static final String EMPTY = "it is empty";

  private static final int MOST_WORDS = 8;
  private static final int LONGEST_QUOTE = 60;
  private static final Set<String> ABSENT =
      Set.of("none", "null", "nan", "n/a", "na", "nil", "[]", "{}", "-", "?", "...", "[invalid]");
  private static final Pattern COMMAND = Pattern.compile("\\\\[A-Za-z]+");
  private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

  private GoldFlaw() {}

  /**
   * What is wrong with a gold answer, as in {@code “None” says that there is no answer}; empty
   * where a response that states it is right.
   */
  public static Optional<String> of(AnswerStyle style, String gold) {
    String answer = style.answerIn(gold);
    if (answer.isBlank()) {
      return Optional.of(EMPTY);
    }
    String quoted = "“" + shortened(answer) + "” ";
    if (ABSENT.contains(answer.toLowerCase(Locale.ROOT))) {
      return Optional.of(quoted + "says that there is no answer");
    }
    if (style == AnswerStyle.GSM8K && NumberInText.all(answer).isEmpty()) {
      return Optional.of(quoted + "holds no number");
    }
    long words = WORD.matcher(COMMAND.matcher(answer).replaceAll(" ")).results().count();
    if (words > MOST_WORDS) {
      return Optional.of(quoted + "is a text of " + words + " words, not an answer");
    }
    return AnswerChecker.of(style, answer).isCorrect("\\boxed{" + answer + "}")
        ? Optional.empty()
        : Optional.of(quoted + "cannot stand in a box");
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE - 1) + "…";
  }
}
