package org.densesteer.ui.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.densesteer.common.Texts;
import org.densesteer.files.bytes.FileBytes;
import org.densesteer.model.ModelInfo;
import org.densesteer.notebook.RunVector;
import org.densesteer.notebook.Session;
import org.densesteer.steering.Fit;
import org.densesteer.ui.steering.VectorInUse;
import org.jspecify.annotations.Nullable;

/** What a person hears of a session. */
final class SessionWords {

  private static final int LONGEST_NAME = 80;
  private static final int SHORT_FINGERPRINT = 8;

  private SessionWords() {}

  /** How many there are of something. */
  static String count(int count, String one) {
    return count + " " + one + (count == 1 ? "" : "s");
  }

  /** That a session was opened, and all that could not be done with it. */
  static String opened(
      SessionReader.Opened opened, List<String> missing, @Nullable ModelInfo model) {
    Session session = opened.session();
    List<String> sentences = new ArrayList<>();
    sentences.add(
        Texts.of(
            "Opened %s: %s, %d of them new to the notebook.",
            opened.file().getFileName(), count(session.runs().size(), "run"), opened.taken()));
    if (session.bundle() != null && opened.panels() == null) {
      sentences.add("Its vector is in use as it was tuned; its model card is in the session menu.");
      RunVector probe = session.bundle().steering().gate().probe();
      if (probe != null && !opened.vectors().containsKey(probe.hash())) {
        sentences.add("The probe of its gate is not in the file, so the strength is constant.");
      }
    } else if (opened.panels() == null && !opened.vectors().isEmpty()) {
      sentences.add("The vectors that it holds are in the vector menu.");
    }
    if (!missing.isEmpty()) {
      sentences.add("The panels are set as far as can be: " + String.join("; ", missing) + ".");
    }
    otherModel(session, model).ifPresent(sentences::add);
    if (model != null) {
      opened.vectors().values().stream()
          .map(VectorInUse::vector)
          .flatMap(vector -> Fit.obstacle(vector, model).stream())
          .findFirst()
          .ifPresent(sentences::add);
    }
    sentences.addAll(opened.notes());
    return String.join(" ", sentences);
  }

  /** That the model in use is another than the session's; empty where it is the same. */
  static Optional<String> otherModel(Session session, @Nullable ModelInfo model) {
    if (session.modelFingerprint().isEmpty()
        || model != null && model.fingerprint().equals(session.modelFingerprint())) {
      return Optional.empty();
    }
    String theirs = FileBytes.printable(session.modelId(), LONGEST_NAME);
    if (model == null) {
      return Optional.of(
          Texts.of("Its model %s is not loaded; its runs can be read all the same.", theirs));
    }
    return Optional.of(
        model.name().equals(session.modelId())
            ? Texts.of(
                "Its model %s has other weights (fingerprint %s) than the one of that name in use"
                    + " (%s); its runs can be read, and the next run is the latter's.",
                theirs, brief(session.modelFingerprint()), brief(model.fingerprint()))
            : Texts.of(
                "It was made with the model %s (fingerprint %s), and %s is in use; its runs can be"
                    + " read, and the next run is the latter's.",
                theirs, brief(session.modelFingerprint()), model.name()));
  }

  private static String brief(String fingerprint) {
    String printable = FileBytes.printable(fingerprint, LONGEST_NAME);
    return printable.length() <= SHORT_FINGERPRINT
        ? printable
        : printable.substring(0, SHORT_FINGERPRINT);
  }

  /** The window's title. */
  static String title(@Nullable Path file, boolean changed) {
    String program = "DenseSteer Workbench";
    return file == null ? program : (changed ? "● " : "") + file.getFileName() + " — " + program;
  }
}
