package org.densesteer.ui.sweep;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.run.SweepSpeed;

/** What an estimate of time says. */
final class EstimateWords {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH).withZone(ZoneId.systemDefault());

  private EstimateWords() {}

  static String unknown(long answers) {
    return Texts.of(
        "%,d answers. How long they take is not known: no speed of this model was measured yet.",
        answers);
  }

  static String of(long answers, int maxTokens, SpeedBook.Entry entry) {
    SweepSpeed speed = entry.speed();
    return Texts.of(
        "%s %s: %,d answers of %s %.0f tokens at %s tokens/s, as a %s measured on %s.",
        speed.atMost() ? "At most about" : "About",
        time(speed.seconds(answers, maxTokens)),
        answers,
        speed.atMost() ? "up to" : "about",
        speed.tokens(maxTokens),
        speed.tokensPerSecond() < 10
            ? Texts.of("%.1f", speed.tokensPerSecond())
            : Texts.of("%,.0f", speed.tokensPerSecond()),
        entry.bySweep() ? "sweep" : "short trial",
        DATE.format(Instant.ofEpochMilli(entry.measured())));
  }

  /** Such as {@code 40 s}, {@code 12 min}, {@code 3 h 20 min}, {@code 4 days}. */
  static String time(double seconds) {
    if (seconds < 90) {
      return Math.max(1, Math.round(seconds)) + " s";
    }
    long minutes = Math.round(seconds / 60);
    if (minutes < 90) {
      return minutes + " min";
    }
    long hours = minutes / 60;
    return hours < 48
        ? hours + " h " + minutes % 60 / 10 * 10 + " min"
        : Math.round(hours / 24.0) + " days";
  }
}
