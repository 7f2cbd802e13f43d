package org.densesteer.ui.prompt;

import java.nio.file.Path;
import org.densesteer.ui.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Problems that can be opened.
 *
 * @param name what the picker calls them
 * @param file the problem file; null for the sample problems, which are built in
 */
public record ProblemSource(String name, @Nullable Path file) {

  /** The problems that come with the workbench. */
  public static final ProblemSource SAMPLE = new ProblemSource("Sample word problems", null);

  /** A problem file, called by its name. */
  public static ProblemSource of(Path file) {
    return new ProblemSource(String.valueOf(file.getFileName()), file);
  }

  /** What {@link #key} wrote. */
  public static ProblemSource fromKey(String key) {
    return Settings.SAMPLE.equals(key) ? SAMPLE : of(Path.of(key));
  }

  /** How settings name it. */
  public String key() {
    return file == null ? Settings.SAMPLE : file.toAbsolutePath().normalize().toString();
  }

  @Override
  public String toString() {
    return name;
  }
}
