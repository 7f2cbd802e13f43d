package org.densesteer.evaluation.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.densesteer.common.FaultException;
import org.densesteer.evaluation.run.SweepFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemsJsonTest {

  @TempDir Path folder;

  @Test
  void whatIsWrittenIsReadBack() {
    Path file = folder.resolve("problems.jsonl");
    ProblemsJson.write(file, SweepFixture.problems(2));
    assertEquals(
        SweepFixture.problems(2).problems(), ProblemsJson.read(file, "problems").problems());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "1"})
  void aLineThatIsNoObjectIsNamed(String line) throws IOException {
    Path file = folder.resolve("problems.jsonl");
    ProblemsJson.write(file, SweepFixture.problems(1));
    Files.writeString(file, Files.readString(file) + line + "\n");
    FaultException fault =
        assertThrows(FaultException.class, () -> ProblemsJson.read(file, "problems"));
    assertEquals(
        "Line 2 of " + file + " is not a problem: It is no JSON object.", fault.getMessage());
  }
}
