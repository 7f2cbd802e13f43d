package org.densesteer.evaluation.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnmatchableAnswersTest {

  private static final String GOOD = "{\"question\":\"Q\",\"answer\":\"5\"}\n";

  @TempDir Path folder;

  private Path write(String lines) throws IOException {
    return Files.writeString(folder.resolve("set.jsonl"), lines);
  }

  @Test
  void areRefusedByLine() throws IOException {
    Path file = write(GOOD + "{\"question\":\"R\",\"answer\":\"None\"}\n");
    UnmatchableAnswersException fault =
        assertThrows(UnmatchableAnswersException.class, () -> ProblemFiles.read(file));
    assertEquals(
        "No response can match the answer of 1 of the 2 problems in "
            + file
            + ": line 2, where “None” says that there is no answer.",
        fault.getMessage());
    assertEquals(1, fault.count());
    assertEquals(2, fault.of());
  }

  @Test
  void areCountedWhereThereAreSeveral() throws IOException {
    Path file =
        write(
            "{\"question\":\"Q\",\"answer\":null}\n"
                + GOOD
                + "{\"question\":\"R\",\"answer\":\" \"}\n");
    UnmatchableAnswersException fault =
        assertThrows(UnmatchableAnswersException.class, () -> ProblemFiles.read(file));
    assertEquals(
        "No response can match the answers of 2 of the 3 problems in "
            + file
            + ", beginning with this one: line 1, where it is empty.",
        fault.getMessage());
  }

  @Test
  void areLeftOutWhenAPersonSaysSo() throws IOException {
    Path file = write("{\"question\":\"R\",\"answer\":\"n/a\"}\n" + GOOD);
    ProblemSet set = ProblemFiles.read(file, ProblemReading.AUTOMATIC.leavingOut());
    assertEquals(List.of("2"), set.problems().stream().map(Problem::id).toList());
    assertEquals(
        List.of(
            "Left out, for no response can match the answer: 1 problem, beginning with line 1, where"
                + " “n/a” says that there is no answer."),
        set.provenance().notes());
  }

  @Test
  void areRefusedWhereNothingElseIsLeft() throws IOException {
    Path file =
        write("{\"question\":\"R\",\"answer\":\"We add five and six and so we get to eleven\"}");
    UnmatchableAnswersException fault =
        assertThrows(
            UnmatchableAnswersException.class,
            () -> ProblemFiles.read(file, ProblemReading.AUTOMATIC.leavingOut()));
    assertEquals(
        "No response can match the answer of 1 of the 1 problems in "
            + file
            + ": line 1, where “We add five and six and so we get to eleven” is a text of 11 words, not"
            + " an answer.",
        fault.getMessage());
  }
}
