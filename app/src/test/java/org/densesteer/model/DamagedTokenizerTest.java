package org.densesteer.model;

import java.nio.file.Files;
import java.nio.file.Path;
import org.densesteer.common.EmbeddedFiles;
import org.densesteer.common.Folders;
import org.densesteer.fuzz.FastFolder;
import org.densesteer.fuzz.Fuzz;
import org.junit.jupiter.api.Test;

/** What Java looks at before the native library sees a tokenizer; nothing here is given to it. */
class DamagedTokenizerTest {

  @Test
  void damagedTokenizersAreReadOrRefused() throws Exception {
    Path folder = FastFolder.make();
    try {
      damage(folder);
    } finally {
      Folders.remove(folder);
    }
  }

  private static void damage(Path folder) throws Exception {
    Path sample = EmbeddedFiles.sampleModel();
    Files.copy(sample.resolve("tokenizer_config.json"), folder.resolve("tokenizer_config.json"));
    Path file = folder.resolve("tokenizer.json");
    Fuzz.text(
        "tokenizer",
        Files.readAllBytes(sample.resolve("tokenizer.json")),
        input -> TokenizerFile.read(Files.write(file, input)));
  }
}
