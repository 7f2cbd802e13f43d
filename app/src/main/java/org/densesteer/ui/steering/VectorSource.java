package org.densesteer.ui.steering;

import java.nio.file.Path;
import org.densesteer.ui.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * A vector that can be opened.
 *
 * @param name what the menu calls it
 * @param file the vector file; null for the sample vector, which is built in
 */
public record VectorSource(String name, @Nullable Path file) {

  /** The vector that comes with the sample model. */
  public static final VectorSource SAMPLE = new VectorSource("dense-step-breaks", null);

  /** A vector file, called by its name without the ending. */
  public static VectorSource of(Path file) {
    Path last = file.toAbsolutePath().normalize().getFileName();
    String name = last == null ? file.toString() : last.toString();
    int dot = name.lastIndexOf('.');
    return new VectorSource(dot > 0 ? name.substring(0, dot) : name, file);
  }

  /** What {@link #key} wrote. */
  public static VectorSource fromKey(String key) {
    return Settings.SAMPLE.equals(key) ? SAMPLE : of(Path.of(key));
  }

  /** How settings name it. */
  public String key() {
    return file == null ? Settings.SAMPLE : file.toAbsolutePath().normalize().toString();
  }
}
