package org.densesteer.ui.settings;

import java.nio.file.Path;
import org.densesteer.hub.RepoId;
import org.jspecify.annotations.Nullable;

/**
 * A model, a vector or a set of problems that can be opened.
 *
 * @param name what menus call it
 * @param path the checkpoint folder or the file; null for what is built in
 */
public record Source(String name, @Nullable Path path) {

  /** The model that comes with the workbench. */
  public static final Source SAMPLE_MODEL = new Source("Sample model", null);

  /** The vector that comes with the sample model. */
  public static final Source SAMPLE_VECTOR = new Source("dense-step-breaks", null);

  /** The problems that come with the workbench. */
  public static final Source SAMPLE_PROBLEMS = new Source("Sample word problems", null);

  /** A checkpoint folder, called by its last part, or by its repository in a Hugging Face cache. */
  public static Source model(Path folder) {
    return new Source(
        RepoId.ofSnapshot(folder).map(RepoId::name).orElseGet(() -> lastPart(folder)), folder);
  }

  /** A vector file, called by its name without the ending. */
  public static Source vector(Path file) {
    String name = lastPart(file);
    int dot = name.lastIndexOf('.');
    return new Source(dot > 0 ? name.substring(0, dot) : name, file);
  }

  /** A problem file, called by its name. */
  public static Source problems(Path file) {
    return new Source(lastPart(file), file);
  }

  /** A session file, called by its name. */
  public static Source session(Path file) {
    return new Source(lastPart(file), file);
  }

  /** The model of a {@link #key}. */
  public static Source model(String key) {
    return isBuiltIn(key) ? SAMPLE_MODEL : model(Path.of(key));
  }

  /** The vector of a {@link #key}. */
  public static Source vector(String key) {
    return isBuiltIn(key) ? SAMPLE_VECTOR : vector(Path.of(key));
  }

  /** The problems of a {@link #key}. */
  public static Source problems(String key) {
    return isBuiltIn(key) ? SAMPLE_PROBLEMS : problems(Path.of(key));
  }

  private static boolean isBuiltIn(String key) {
    return Settings.SAMPLE.equals(key);
  }

  private static String lastPart(Path path) {
    Path last = path.toAbsolutePath().normalize().getFileName();
    return last == null ? path.toString() : last.toString();
  }

  /** How settings name it, among others of its kind. */
  public String key() {
    return path == null ? Settings.SAMPLE : path.toAbsolutePath().normalize().toString();
  }
}
