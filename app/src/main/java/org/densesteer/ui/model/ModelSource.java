package org.densesteer.ui.model;

import java.nio.file.Path;
import org.densesteer.hub.RepoId;
import org.densesteer.ui.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * A model that can be loaded.
 *
 * @param name what the menu calls it
 * @param folder the checkpoint folder; null for the sample model, which is built in
 */
public record ModelSource(String name, @Nullable Path folder) {

  /** The model that comes with the workbench. */
  public static final ModelSource SAMPLE = new ModelSource("Sample model", null);

  /** A checkpoint folder, called by its last part, or by its repository in a Hugging Face cache. */
  public static ModelSource of(Path folder) {
    Path last = folder.toAbsolutePath().normalize().getFileName();
    String name =
        RepoId.ofSnapshot(folder)
            .map(RepoId::name)
            .orElseGet(() -> last == null ? folder.toString() : last.toString());
    return new ModelSource(name, folder);
  }

  /** What {@link #key} wrote. */
  public static ModelSource fromKey(String key) {
    return Settings.SAMPLE.equals(key) ? SAMPLE : of(Path.of(key));
  }

  /** How settings name it. */
  public String key() {
    return folder == null ? Settings.SAMPLE : folder.toAbsolutePath().normalize().toString();
  }
}
