package org.densesteer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepProblemOptionsTest {

  @TempDir Path folder;

  private CommandRun sweep(String lines, String... more) throws IOException {
    Path problems = Files.writeString(folder.resolve("set.jsonl"), lines);
    List<String> command = new ArrayList<>(List.of("sweep", "--model", "sample"));
    command.addAll(List.of("--vector", "sample", "--layers", "2", "--strengths=0.5"));
    command.addAll(List.of("--problems", problems.toString(), "--max-tokens", "4"));
    command.addAll(List.of("--out", folder.resolve("out").toString()));
    command.addAll(List.of(more));
    return CommandRun.of(command.toArray(String[]::new));
  }

  @Test
  void saysWhichOptionNamesTheFields() throws IOException {
    CommandRun run = sweep("{\"ask\":\"What is 2+3?\",\"right\":5}");
    assertEquals(1, run.exitCode());
    assertTrue(
        run.err()
            .contains(
                "has the fields [ask, right], none of which is known to hold a question and an"
                    + " answer; name them with --fields question=NAME,answer=NAME."),
        run::err);
    CommandRun unreadable = sweep("{\"ask\":\"Q\"}", "--fields", "ask");
    assertEquals(1, unreadable.exitCode());
    assertTrue(unreadable.err().contains("The fields “ask” cannot be read"), unreadable::err);
  }

  @Test
  void sweepsByNamedFieldsAndWritesTheCommandThatDoesSoAgain() throws IOException {
    CommandRun run =
        sweep(
            "{\"ask\":\"What is 2+3?\",\"right\":5}\n{\"ask\":\"Whether?\",\"right\":\"None\"}\n",
            "--fields",
            "question=ask,answer=right",
            "--leave-out-unmatchable");
    assertEquals(0, run.exitCode(), run::err);
    assertTrue(run.err().contains("Left out, for no response can match the answer: 1 problem"));
    String plan = Files.readString(folder.resolve("out/plan.json"));
    assertTrue(
        plan.replaceAll("\\s+", " ")
            .contains("\"--fields\", \"question=ask,answer=right\", \"--leave-out-unmatchable\""),
        plan);
    assertEquals(1, Files.readAllLines(folder.resolve("out/problems.jsonl")).size());
  }

  @Test
  void refusesAnswersThatNothingCanMatch() throws IOException {
    CommandRun run =
        sweep("{\"question\":\"Q\",\"answer\":5}\n{\"question\":\"R\",\"answer\":\"None\"}\n");
    assertEquals(1, run.exitCode());
    assertTrue(
        run.err()
            .contains(
                "line 2, where “None” says that there is no answer; --leave-out-unmatchable leaves"
                    + " such problems out."),
        run::err);
  }

  @Test
  void idsThatRepeatAreSweptAndSaid() throws IOException {
    String line = "{\"id\":0,\"question\":\"What is 2+%d?\",\"answer\":\"#### %d\"}\n";
    CommandRun run = sweep(line.formatted(1, 3) + line.formatted(2, 4));
    assertEquals(0, run.exitCode(), run::err);
    assertTrue(run.err().contains("The ids of 1 problem repeat and are numbered, as in 0#2."));
    assertEquals(4, Files.readAllLines(folder.resolve("out/answers.jsonl")).size());
  }
}
