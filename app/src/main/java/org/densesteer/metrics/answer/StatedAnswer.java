package org.densesteer.metrics.answer;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number that a response states as its answer: what stands in its last box or behind the last
 * {@code ####}, whichever comes later; else the one number of the last sentence that says what the
 * answer is; else the last number.
 */
final class StatedAnswer {

  private static final int LONGEST_SENTENCE = 120;
  private static final int MOST_WORDS_BEHIND = 3;
  private static final Pattern SAYS =
      Pattern.compile("(?i)\\banswer[*_]{0,3}\\s{0,2}(?:is\\b|[:=])[*_:]{0,4}\\s{0,3}");
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?](?=\\s|$)|\\n|\\s\\(");

  private StatedAnswer() {}

  /** What is stated, as it is written; empty where the response has no number and no box. */
  static Optional<String> of(String response) {
    Optional<Boxed.Box> box = Boxed.last(response).filter(b -> !b.content().isEmpty());
    int mark = response.lastIndexOf(AnswerStyle.MARK);
    if (mark >= 0 && box.map(b -> b.end() < mark).orElse(true)) {
      Optional<String> marked = first(line(response, mark + AnswerStyle.MARK.length()));
      if (marked.isPresent()) {
        return marked;
      }
    }
    return box.map(Boxed.Box::content).or(() -> said(response)).or(() -> lastNumber(response));
  }

  /** The last number of a text, as it is written. */
  static Optional<String> lastNumber(String text) {
    List<NumberInText> numbers = NumberInText.all(text);
    return numbers.isEmpty()
        ? Optional.empty()
        : Optional.of(numbers.get(numbers.size() - 1).in(text));
  }

  private static Optional<String> first(String text) {
    return NumberInText.all(text).stream().findFirst().map(number -> number.in(text));
  }

  private static String line(String text, int from) {
    int end = text.indexOf('\n', from);
    return text.substring(from, end < 0 ? text.length() : end);
  }

  private static Optional<String> said(String response) {
    Optional<String> said = Optional.empty();
    Matcher says = SAYS.matcher(response);
    while (says.find()) {
      String rest =
          response.substring(
              says.end(), Math.min(response.length(), says.end() + LONGEST_SENTENCE));
      Matcher end = SENTENCE_END.matcher(rest);
      Optional<String> only = only(end.find() ? rest.substring(0, end.start()) : rest);
      said = only.isPresent() ? only : said;
    }
    return said;
  }

  /** The number of a sentence that has a single one and little behind it. */
  private static Optional<String> only(String sentence) {
    List<NumberInText> numbers = NumberInText.all(sentence);
    if (numbers.size() != 1) {
      return Optional.empty();
    }
    String behind = sentence.substring(numbers.get(0).end()).strip();
    boolean brief = behind.isEmpty() || behind.split("\\s+").length <= MOST_WORDS_BEHIND;
    return brief && !behind.contains("=")
        ? Optional.of(numbers.get(0).in(sentence))
        : Optional.empty();
  }
}
