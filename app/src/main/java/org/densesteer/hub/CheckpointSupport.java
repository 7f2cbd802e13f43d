package org.densesteer.hub;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.densesteer.common.FaultException;
import org.densesteer.model.checkpoint.Checkpoint;
import org.densesteer.model.checkpoint.ModelConfig;

/** Supports what the decoder can open: looks at configuration and headers, loads no weights. */
final class CheckpointSupport implements SnapshotSupport {

  @Override
  public Optional<String> objection(Path checkpointFolder) {
    return objection(checkpointFolder, () -> Checkpoint.open(checkpointFolder));
  }

  @Override
  public Optional<String> objectionToConfiguration(Path checkpointFolder) {
    Path config = checkpointFolder.resolve(NeededFiles.CONFIG);
    return Files.isRegularFile(config)
        ? objection(checkpointFolder, () -> ModelConfig.read(config))
        : Optional.empty();
  }

  private static Optional<String> objection(Path checkpointFolder, Runnable look) {
    try {
      look.run();
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
