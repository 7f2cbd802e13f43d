package org.densesteer.hub;

import java.nio.file.Path;
import java.util.Optional;
import org.densesteer.common.FaultException;
import org.densesteer.model.checkpoint.Checkpoint;

/** Supports what the decoder can open: looks at configuration and headers, loads no weights. */
final class CheckpointSupport implements SnapshotSupport {

  @Override
  public Optional<String> objection(Path checkpointFolder) {
    try {
      Checkpoint.open(checkpointFolder);
      return Optional.empty();
    } catch (FaultException e) {
      String name = RepoId.ofSnapshot(checkpointFolder).map(RepoId::toString).orElse("");
      return Optional.of(sentence(e, checkpointFolder, name));
    }
  }

  /** A fault's sentence with the model's name, if there is one, where its long path stood. */
  static String sentence(FaultException fault, Path folder, String name) {
    String sentence = String.valueOf(fault.getMessage());
    return name.isEmpty()
        ? sentence
        : sentence
            .replace(folder.resolve(NeededFiles.CONFIG).toString(), name)
            .replace(folder.toString(), name);
  }
}
