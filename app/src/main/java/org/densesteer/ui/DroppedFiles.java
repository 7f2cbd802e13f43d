package org.densesteer.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.problems.ProblemFiles;
import org.densesteer.ui.common.FileDrop;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.session.SessionDesk;

/**
 * What becomes of files that are dropped on the window: a session is opened, problems are asked, a
 * vector goes to the library.
 *
 * @param session opens a session file
 * @param problems opens a problem file
 * @param vectors begins to take vector files into the library
 * @param notices where it is said what is left
 * @param background runs what waits for the disk
 * @param windowThread runs what must happen on the window's thread
 */
record DroppedFiles(
    Consumer<Path> session,
    Consumer<Path> problems,
    Consumer<List<Path>> vectors,
    Notices notices,
    Executor background,
    Executor windowThread) {

  void install(Node target) {
    FileDrop.install(target, this::take);
  }

  /** One session at a time, or one set of problems; other files beside it are none of its. */
  void take(List<Path> files) {
    Optional<Path> opened = files.stream().filter(SessionDesk::isSession).findFirst();
    if (opened.isPresent()) {
      takeFirst(session, opened.get(), files);
      return;
    }
    background.execute(
        () -> {
          Optional<Path> set = files.stream().filter(ProblemFiles::looksLikeOne).findFirst();
          windowThread.execute(
              () ->
                  set.ifPresentOrElse(
                      file -> takeFirst(problems, file, files), () -> vectors.accept(files)));
        });
  }

  private void takeFirst(Consumer<Path> taker, Path file, List<Path> files) {
    taker.accept(file);
    if (files.size() > 1) {
      notices.show(
          Notice.info(
              Texts.of(
                  "Only %s is opened of the %d files that were dropped; drop the others after it.",
                  file.getFileName(), files.size())));
    }
  }
}
