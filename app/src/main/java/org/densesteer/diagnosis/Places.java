package org.densesteer.diagnosis;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.densesteer.common.AppFolders;
import org.densesteer.common.FaultException;
import org.densesteer.common.OutputPlace;
import org.densesteer.hub.HubEnvironment;
import org.densesteer.model.memory.ByteSize;
import org.densesteer.model.torch.Engines;

/** The folders that the workbench uses, each with the room that is left there. */
final class Places {

  private Places() {}

  static void addTo(Map<String, String> facts, List<String> problems) {
    Map<String, Path> folders = new LinkedHashMap<>();
    try {
      folders.put("Settings", AppFolders.settings());
      folders.put("Vectors and pairs", AppFolders.data());
      folders.put("Log", AppFolders.data().resolve("log"));
      folders.put("Cache", AppFolders.cache());
      folders.put("Models of the hub", HubEnvironment.ofProcess().cacheFolder());
      folders.put("Native libraries", Engines.unpackedInto());
      folders.put("Temporary files", Path.of(System.getProperty("java.io.tmpdir")));
    } catch (FaultException e) {
      problems.add(String.valueOf(e.getMessage()));
    }
    folders.forEach(
        (name, folder) -> {
          Path there = folder.toAbsolutePath();
          while (there.getParent() != null && !Files.exists(there)) {
            there = there.getParent();
          }
          facts.put(
              name,
              folder + " (" + ByteSize.text(there.toFile().getUsableSpace()) + " are free there)");
          try {
            OutputPlace.requireFolder(folder);
          } catch (FaultException e) {
            problems.add(String.valueOf(e.getMessage()));
          }
        });
  }
}
