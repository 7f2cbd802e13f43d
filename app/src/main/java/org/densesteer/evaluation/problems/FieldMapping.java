package org.densesteer.evaluation.problems;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.densesteer.metrics.answer.AnswerStyle;
import org.jspecify.annotations.Nullable;

/**
 * Which fields of a record make a problem. Each is a field's name or a path: {@code doc.question}
 * for a field of a field, {@code prompt.0.content} for an element of a list, {@code Body+Question}
 * for texts put together.
 *
 * @param question field with the question
 * @param answer field with the gold answer, or a list of them; a worked solution is fine when it
 *     ends in {@code #### number} or holds a {@code \boxed{…}}
 * @param id field that names the problem; null to number them by line
 * @param style whose rule checks every answer; null to go by the form of each gold answer
 */
public record FieldMapping(
    String question, String answer, @Nullable String id, @Nullable AnswerStyle style) {

  private static final String FORM = "question=NAME,answer=NAME";

  /**
   * Reads {@code question=NAME,answer=NAME}, to which {@code id=NAME} and {@code rule=gsm8k} or
   * {@code rule=math} may be added.
   *
   * @throws FaultException when the question or the answer is missing, or anything else is there
   */
  public static FieldMapping parse(String text) {
    Map<String, String> parts = new LinkedHashMap<>();
    for (String part : text.split(",")) {
      int equals = part.indexOf('=');
      String key = equals < 0 ? "" : part.substring(0, equals).strip();
      String value = part.substring(equals + 1).strip();
      if (key.isEmpty() || value.isEmpty() || parts.putIfAbsent(key, value) != null) {
        throw unreadable(text);
      }
    }
    String question = parts.remove("question");
    String answer = parts.remove("answer");
    String id = parts.remove("id");
    String rule = parts.remove("rule");
    if (question == null || answer == null || !parts.isEmpty()) {
      throw unreadable(text);
    }
    return new FieldMapping(question, answer, id, rule == null ? null : style(rule, text));
  }

  private static AnswerStyle style(String rule, String text) {
    for (AnswerStyle style : AnswerStyle.values()) {
      if (style.name().equalsIgnoreCase(rule)) {
        return style;
      }
    }
    throw unreadable(text);
  }

  private static FaultException unreadable(String text) {
    return new FaultException(
        Texts.of(
            "The fields “%s” cannot be read: write %s, and where needed id=NAME and rule=gsm8k or rule=math.",
            text, FORM));
  }

  /** What {@link #parse} reads. */
  public String text() {
    StringBuilder text = new StringBuilder("question=" + question + ",answer=" + answer);
    if (id != null) {
      text.append(",id=").append(id);
    }
    if (style != null) {
      text.append(",rule=").append(style.name().toLowerCase(Locale.ROOT));
    }
    return text.toString();
  }
}
