package org.densesteer.ui.common;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every question that the window asks a person in a dialog; tests answer in their place. */
public interface DialogService {

  /**
   * A kind of file.
   *
   * @param description what it is called in the dialog
   * @param patterns such as {@code *.safetensors}
   */
  record FileKind(String description, List<String> patterns) {}

  /** Asks for a folder. */
  Optional<Path> openFolder(String title, @Nullable Path start);

  /** Asks for a file that exists. */
  Optional<Path> openFile(String title, List<FileKind> kinds, @Nullable Path start);

  /** Asks where to write a file. */
  Optional<Path> saveFile(String title, String suggestedName, FileKind kind, @Nullable Path start);

  /** Shows a text that can be copied, such as what led to a failure. */
  void showDetails(String headline, String details);
}
