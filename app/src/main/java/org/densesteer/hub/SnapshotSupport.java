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
}
