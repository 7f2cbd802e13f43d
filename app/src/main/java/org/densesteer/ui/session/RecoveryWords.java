package org.densesteer.ui.session;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.densesteer.common.Texts;

/** What a person hears of windows that were not closed. */
final class RecoveryWords {

  private static final int LONGEST_QUESTION = 90;

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH).withZone(ZoneId.systemDefault());

  private RecoveryWords() {}

  /** When a window wrote last. */
  static String when(RecoveryRecord record) {
    try {
      return WHEN.format(Instant.parse(record.touched()));
    } catch (DateTimeException e) {
      return "an unknown day";
    }
  }

  /** What was asked, as long as a line. */
  static String question(RecoveryRecord record) {
    String question = record.panels().prompt().question().strip().replaceAll("\\s+", " ");
    if (question.isEmpty()) {
      return "no question";
    }
    return question.length() <= LONGEST_QUESTION
        ? question
        : question.substring(0, LONGEST_QUESTION - 1) + "…";
  }

  /** What else there is to say of it. */
  static String rest(RecoveryRecord record) {
    return Texts.of(
        "%s · %s%s",
        when(record),
        SessionWords.count(record.runs().size(), "run"),
        record.running() ? " · one was under way" : "");
  }

  /** That something was brought back, and what of it could not be. */
  static String back(RecoveryRecord record, List<String> missing) {
    String runs = record.runs().isEmpty() ? "" : " Its runs are in the notebook.";
    String running =
        record.running()
            ? " A run was under way; what it had said is lost, and Run (Ctrl+Enter) makes it again."
            : "";
    String lacking =
        missing.isEmpty() ? "" : " Not all could be set: " + String.join("; ", missing) + ".";
    return Texts.of(
        "A window was not closed properly (%s); its question and settings are back.%s%s%s",
        when(record), runs, running, lacking);
  }
}
