package org.densesteer.ui.session;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.densesteer.common.FaultException;
import org.densesteer.notebook.Notebook;
import org.densesteer.notebook.Run;
import org.densesteer.notebook.RunModel;
import org.densesteer.notebook.Session;
import org.densesteer.notebook.SessionFile;
import org.densesteer.ui.settings.SavedPrompt;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.settings.Source;
import org.densesteer.ui.steering.VectorInUse;
import org.jspecify.annotations.Nullable;

/**
 * Reads session files, and takes over what they hold; everything waits for the disk.
 *
 * @param notebook where runs go
 * @param vectors where vectors go
 */
record SessionReader(Notebook notebook, SessionVectors vectors) {

  /**
   * A session that was taken over.
   *
   * @param file where it was read
   * @param session what the file holds
   * @param panels its panels; null where there are none, or none that can be read
   * @param vectors its vectors, by their hashes
   * @param withProblems whether the panels' set of problems is on this machine
   * @param model where its model can be loaded from on this machine; null for nowhere
   * @param taken how many of its runs are new to the notebook
   * @param notes complete sentences about what the file holds and is not used, or lacks
   */
  record Opened(
      Path file,
      Session session,
      @Nullable PanelsRecord panels,
      Map<String, VectorInUse> vectors,
      boolean withProblems,
      @Nullable Source model,
      int taken,
      List<String> notes) {

    /** The run that was made last; null where there is none. */
    @Nullable Run newest() {
      return session.runs().stream().max(Comparator.comparing(Run::made)).orElse(null);
    }
  }

  /**
   * Reads a session and takes its runs and vectors over.
   *
   * @param elsewhere where vectors are looked for before they are laid down
   * @throws FaultException with one sentence when nothing of the file can be shown
   */
  Opened read(Path file, List<Source> elsewhere) {
    SessionFile.Content content = SessionFile.read(file);
    Session session = content.session();
    List<String> notes = new ArrayList<>(content.notes());
    PanelsRecord panels = panels(session, file, notes);
    Map<String, VectorInUse> held = vectors.layDown(session.vectors(), elsewhere);
    int taken = notebook.merge(session.runs(), session.marks());
    return new Opened(
        file,
        session,
        panels,
        held,
        panels != null && isHere(panels.prompt()),
        model(session),
        taken,
        notes);
  }

  private static @Nullable Source model(Session session) {
    return session.runs().stream()
        .map(Run::model)
        .filter(model -> model.fingerprint().equals(session.modelFingerprint()))
        .map(RunModel::source)
        .distinct()
        .filter(SessionReader::isModel)
        .map(Source::model)
        .findFirst()
        .orElse(null);
  }

  private static boolean isModel(String source) {
    try {
      return source.equals(Settings.SAMPLE)
          || Path.of(source).isAbsolute()
              && Files.isRegularFile(Path.of(source).resolve("config.json"));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static @Nullable PanelsRecord panels(Session session, Path file, List<String> notes) {
    if (session.panels() == null) {
      return null;
    }
    try {
      return PanelsJson.read(session.panels(), file.toString(), notes);
    } catch (FaultException e) {
      notes.add(String.valueOf(e.getMessage()));
      return null;
    }
  }

  static boolean isHere(SavedPrompt prompt) {
    try {
      return prompt.problemSet().equals(Settings.SAMPLE)
          || Files.isReadable(Path.of(prompt.problemSet()));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
