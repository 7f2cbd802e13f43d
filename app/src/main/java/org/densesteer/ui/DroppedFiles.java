package org.densesteer.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.densesteer.ui.common.FileDrop;
import org.densesteer.ui.session.SessionDesk;

/**
 * What becomes of files that are dropped on the window: a session is opened, a vector goes to the
 * library.
 *
 * @param session opens a session file
 * @param vectors begins to take vector files into the library
 */
record DroppedFiles(Consumer<Path> session, Consumer<List<Path>> vectors) {

  void install(Node target) {
    FileDrop.install(target, this::take);
  }

  /** One session at a time; files beside it are none of its. */
  void take(List<Path> files) {
    files.stream()
        .filter(SessionDesk::isSession)
        .findFirst()
        .ifPresentOrElse(session, () -> vectors.accept(files));
  }
}
