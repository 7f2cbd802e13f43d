package org.densesteer.ui.common;

import java.nio.file.Path;
import org.densesteer.common.FaultException;

/** Shows a file in the program that this machine has for its kind. */
@FunctionalInterface
public interface FileOpener {

  /**
   * Shows a file. Takes a moment, so it is called on a background thread.
   *
   * @throws FaultException when there is no such program, one sentence with the file's place
   */
  void open(Path file);
}
