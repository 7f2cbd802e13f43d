package org.densesteer.hub;

import java.nio.file.Path;
import java.util.Optional;

/** Says whether a complete checkpoint folder is of a kind that can be run. */
@FunctionalInterface
public interface SnapshotSupport {

  /** Supports every complete folder. */
  SnapshotSupport ANY = folder -> Optional.empty();

  /** The sentence that says why the folder cannot be run, or nothing when it can. */
  Optional<String> objection(Path checkpointFolder);

  /**
   * The same by the configuration alone, also of a folder that lacks its weights; nothing where
   * there is no configuration yet.
   */
  default Optional<String> objectionToConfiguration(Path checkpointFolder) {
    return Optional.empty();
  }
}
