package org.densesteer.cli;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.densesteer.common.Texts;
import org.densesteer.notebook.Run;
import org.densesteer.notebook.RunArm;
import org.densesteer.notebook.RunMark;
import org.densesteer.notebook.RunWords;
import org.densesteer.notebook.Session;

/** A session for a person. */
final class SessionText {

  private static final int HASH_DIGITS = 12;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private SessionText() {}

  static String of(Session session) {
    StringBuilder text = new StringBuilder();
    line(text, "model", session.modelId() + ", fingerprint " + session.modelFingerprint());
    line(text, "saved", TIME.format(session.saved()) + " by densesteer " + session.madeBy());
    session
        .vectors()
        .forEach(
            (hash, vector) ->
                line(text, "vector", vector.name() + ", " + hash.substring(0, HASH_DIGITS) + "…"));
    if (session.bundle() != null) {
      text.append(Texts.of("%n%s%n", session.bundle().card().strip()));
    }
    line(text, "runs", Integer.toString(session.runs().size()));
    int number = 0;
    for (Run run : session.runs()) {
      text.append(Texts.of("%n══ run %d, %s%n", ++number, TIME.format(run.made())));
      run(text, session, run);
    }
    return Texts.shown(text.toString());
  }

  private static void run(StringBuilder text, Session session, Run run) {
    if (!run.model().fingerprint().equals(session.modelFingerprint())) {
      line(text, "model", run.model().id() + ", fingerprint " + run.model().fingerprint());
    }
    line(text, "arithmetic", run.model().precision());
    line(text, "question", run.prompt().question());
    if (run.prompt().system() != null) {
      line(text, "system", run.prompt().system());
    }
    if (!run.prompt().variables().isEmpty()) {
      line(text, "template", run.prompt().variables().json());
    }
    line(text, "decoding", RunWords.decoding(run.decoding()));
    mark(text, session.mark(run));
    for (RunArm arm : run.arms()) {
      text.append(Texts.of("%n"));
      text.append(ArmReport.of(arm).readable(RunWords.settings(run, arm)));
    }
  }

  private static void mark(StringBuilder text, RunMark mark) {
    if (mark.star()) {
      line(text, "starred", "yes");
    }
    if (!mark.tags().isEmpty()) {
      line(text, "tags", String.join(", ", mark.tags()));
    }
    if (!mark.note().isEmpty()) {
      line(text, "note", mark.note());
    }
  }

  /** Further lines of a value stand under its first. */
  private static void line(StringBuilder text, String name, String value) {
    String indented = value.lines().collect(Collectors.joining(Texts.of("%n%12s", "")));
    text.append(Texts.of("%-12s%s%n", name, indented));
  }
}
