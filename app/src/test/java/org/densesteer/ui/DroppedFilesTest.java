package org.densesteer.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.densesteer.ui.common.Notices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DroppedFilesTest {

  @TempDir Path folder;

  private final List<String> taken = new ArrayList<>();
  private final Notices notices = new Notices();
  private final DroppedFiles drop =
      new DroppedFiles(
          file -> taken.add("session " + file.getFileName()),
          file -> taken.add("problems " + file.getFileName()),
          files -> taken.add("vectors " + files.size()),
          notices,
          Runnable::run,
          Runnable::run);

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "a.jsonl; {}; problems a.jsonl",
        "A.CSV; question,answer; problems A.CSV",
        "a.tsv; q; problems a.tsv",
        "a.parquet; PAR1; problems a.parquet",
        "a.json; [ {\"question\": 1}]; problems a.json",
        "v.json; [[1.0, 2.0]]; vectors 1",
        "v.json; {\"5\": [1.0]}; vectors 1",
        "v.safetensors; x; vectors 1",
        "s.densesteer; x; session s.densesteer"
      })
  void eachFileIsTakenForWhatItIs(String name, String content, String wanted) throws IOException {
    drop.take(List.of(file(name, content)));
    assertEquals(List.of(wanted), taken);
    assertNull(notices.shownProperty().get());
  }

  @Test
  void oneSetOfProblemsIsOpenedAndTheRestIsSaid() throws IOException {
    drop.take(List.of(file("v.npz", "x"), file("a.csv", "q"), file("b.csv", "q")));
    assertEquals(List.of("problems a.csv"), taken);
    assertNotNull(notices.shownProperty().get());
    assertEquals(
        "Only a.csv is opened of the 3 files that were dropped; drop the others after it.",
        notices.shownProperty().get().sentence());
  }

  @Test
  void aJsonFileThatIsGoneIsLeftToTheReaderOfVectors() {
    drop.take(List.of(folder.resolve("gone.json")));
    assertEquals(List.of("vectors 1"), taken);
  }
}
