package org.densesteer.evaluation.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.densesteer.common.FaultException;
import org.densesteer.metrics.answer.AnswerStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The layouts in which published problem sets come, each with problems made up here. */
class ProblemLayoutsTest {

  @TempDir Path folder;

  private ProblemSet read(String name, String text) throws IOException {
    return ProblemFiles.read(Files.writeString(folder.resolve(name), text));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aPipeIsReadOnceAndAsAFileIs() throws Exception {
    Path pipe = folder.resolve("pipe");
    Process made = new ProcessBuilder("mkfifo", pipe.toString()).start();
    assertEquals(0, made.waitFor());
    String lines = "{\"question\":\"Q\",\"answer\":\"7\"}\n".repeat(5_000);
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(
            () -> {
              try (OutputStream stream = Files.newOutputStream(pipe)) {
                stream.write(lines.getBytes(StandardCharsets.UTF_8));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    assertEquals(5_000, ProblemFiles.read(pipe).size());
    writer.join();
  }

  private static ProblemFormat format(ProblemSet set) {
    return Objects.requireNonNull(set.provenance().recognition()).format();
  }

  @Test
  void svampPutsBodyAndQuestionTogether() throws IOException {
    ProblemSet set =
        read(
            "svamp.json",
            """
            [
              {
                "ID": "chal-1",
                "Body": "Ann has 5 pens. ",
                "Question": "How many has she?",
                "Equation": "( 8.0 - 3.0 )",
                "Answer": 5.0,
                "Type": "S"
              },
              {"ID": "chal-2", "Body": "Bo has 2.5 l.", "Question": "How much?", "Answer": 2.5}
            ]
            """);
    assertEquals(
        List.of(
            new Problem("chal-1", "Ann has 5 pens. How many has she?", "5", AnswerStyle.GSM8K),
            new Problem("chal-2", "Bo has 2.5 l. How much?", "2.5", AnswerStyle.GSM8K)),
        set.problems());
    assertEquals(ProblemFormat.BODY_AND_QUESTION, format(set));
  }

  @Test
  void mgsmHasItsNumberInAFieldOfItsOwn() throws IOException {
    ProblemSet train =
        read(
            "mgsm.jsonl",
            "{\"question\":\"Q\",\"answer\":\"Step-by-Step Answer: 5+6. The answer is 11.\","
                + "\"answer_number\":11,\"equation_solution\":\"5+6=11.\"}");
    assertEquals(new Problem("1", "Q", "11", AnswerStyle.GSM8K), train.problems().get(0));
    ProblemSet test =
        read(
            "mgsm-test.jsonl",
            "{\"question\":\"Q\",\"answer\":null,\"answer_number\":18,\"equation_solution\":null}");
    assertEquals("18", test.problems().get(0).gold());
    ProblemSet table = read("mgsm_en.tsv", "Jo's \"ducks\", 16?\t18\nA robe?\t1,000\n");
    assertEquals(
        List.of(
            new Problem("1", "Jo's \"ducks\", 16?", "18", AnswerStyle.GSM8K),
            new Problem("2", "A robe?", "1000", AnswerStyle.GSM8K)),
        table.problems());
  }

  @Test
  void idsThatRepeatAreMadeUniqueAndSaid() throws IOException {
    String line = "{\"id\":%s,\"instance\":%d,\"question\":\"Q%d\",\"answer\":\"#### %d\"}\n";
    ProblemSet set =
        read(
            "symbolic.jsonl",
            line.formatted("0", 0, 1, 1)
                + line.formatted("0", 1, 2, 2)
                + line.formatted("\"0#2\"", 0, 3, 3)
                + line.formatted("0", 2, 4, 4));
    assertEquals(
        List.of("0", "0#2", "0#2#2", "0#3"), set.problems().stream().map(Problem::id).toList());
    assertEquals(
        List.of("The ids of 3 problems repeat and are numbered, as in 0#2."),
        set.provenance().notes());
  }

  @Test
  void lmEvalsLogHoldsEachProblemOnceForEveryFilter() throws IOException {
    String line =
        "{\"doc_id\": %d, \"doc\": {\"question\": \"Q%d\", \"answer\": \"x\\n#### %d\"}, \"target\":"
            + " \"x\\n#### %d\", \"arguments\": {\"gen_args_0\": {\"arg_0\": \"Question: Q\"}},"
            + " \"resps\": [[\"a 5\"]], \"filter\": \"%s\", \"exact_match\": 1.0}\n";
    ProblemSet set =
        read(
            "samples_gsm8k.jsonl",
            line.formatted(0, 1, 5, 5, "strict-match")
                + line.formatted(1, 2, 6, 6, "strict-match")
                + line.formatted(0, 1, 5, 5, "flexible-extract"));
    assertEquals(
        List.of(
            new Problem("0", "Q1", "5", AnswerStyle.GSM8K),
            new Problem("1", "Q2", "6", AnswerStyle.GSM8K)),
        set.problems());
    assertEquals(ProblemFormat.LM_EVAL, format(set));
    assertEquals(
        List.of("Passed over, for the log repeats each problem for every filter: 1 line."),
        set.provenance().notes());
  }

  @Test
  void lmEvalsLogWithoutAnAnswerInItsDocTakesTheTarget() throws IOException {
    ProblemSet set =
        read("s.jsonl", "{\"doc_id\":3,\"doc\":{\"problem\":\"Q\"},\"target\":\"\\\\frac12\"}");
    assertEquals(new Problem("3", "Q", "\\frac12", AnswerStyle.MATH), set.problems().get(0));
  }

  @Test
  void aListOfAnswersIsAnyOfThem() throws IOException {
    ProblemSet set =
        read(
            "list.jsonl",
            "{\"question\":\"Q\",\"answers\":[\"5\",\"five\"]}\n{\"question\":\"R\",\"answers\":[7]}");
    assertEquals(
        List.of(
            new Problem("1", "Q", "5", AnswerStyle.GSM8K, List.of("five")),
            new Problem("2", "R", "7", AnswerStyle.GSM8K)),
        set.problems());
    assertEquals("5 or five", set.problems().get(0).rightAnswers());
    assertEquals(
        List.of("Any answer of a list is right; 1 problem has one."), set.provenance().notes());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"question\":\"Q\",\"answer\":1},{\"question\":\"R\",\"answer\":2}]",
        "\ufeff[{\"question\":\"Q\",\"answer\":1},\n{\"question\":\"R\",\"answer\":2}]\n",
        "\ufeff{\"question\":\"Q\",\"answer\":1}\n{\"question\":\"R\",\"answer\":2}",
        "{\n \"question\":\"Q\",\n \"answer\":1\n}\n{\n \"question\":\"R\",\n \"answer\":2\n}",
        "{\"data\":[{\"question\":\"Q\",\"answer\":1},{\"question\":\"R\",\"answer\":2}]}",
        "{\n\"version\":1,\n\"problems\":[{\"question\":\"Q\",\"answer\":1},"
            + "{\"question\":\"R\",\"answer\":2}]}",
        "{\"rows\":[{\"row_idx\":0,\"row\":{\"question\":\"Q\",\"answer\":1}},"
            + "{\"row_idx\":1,\"row\":{\"question\":\"R\",\"answer\":2}}]}"
      })
  void everyLayoutOfJsonGivesTheSameProblems(String text) throws IOException {
    List<Problem> problems = read("set.json", text).problems();
    assertEquals(List.of("Q", "R"), problems.stream().map(Problem::question).toList());
    assertEquals(List.of("1", "2"), problems.stream().map(Problem::gold).toList());
  }

  @Test
  void tablesHaveTheirNamesInTheFirstLine() throws IOException {
    ProblemSet set =
        read(
            "set.csv",
            "\ufeffid,question,answer\nx,\"One, or\ntwo?\",2\n\ny,\"\"\"Q\"\"\",\"1,000\"\n");
    assertEquals(
        List.of(
            new Problem("x", "One, or\ntwo?", "2", AnswerStyle.GSM8K),
            new Problem("y", "\"Q\"", "1000", AnswerStyle.GSM8K)),
        set.problems());
    FaultException fault =
        assertThrows(FaultException.class, () -> read("bad.csv", "question,answer\nQ,1\nR\n"));
    assertEquals(
        "Row 2 of "
            + folder.resolve("bad.csv")
            + " does not have the columns that its first line names.",
        fault.getMessage());
  }

  @Test
  void aMappingReachesWithinRecords() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("dapo.jsonl"),
            "{\"prompt\":[{\"role\":\"user\",\"content\":\"Q\"}],"
                + "\"reward_model\":{\"ground_truth\":\"34\"},\"extra.info\":\"k\"}");
    UnknownFieldsException unknown =
        assertThrows(UnknownFieldsException.class, () -> ProblemFiles.read(file));
    assertEquals(
        List.of("prompt.0.role", "prompt.0.content", "reward_model.ground_truth", "extra.info"),
        unknown.fields());
    assertEquals("Q", unknown.example("prompt.0.content"));
    FieldMapping mapping =
        FieldMapping.parse(
            "question=prompt.0.content, answer=reward_model.ground_truth,id=extra.info,rule=math");
    assertEquals(
        new Problem("k", "Q", "34", AnswerStyle.MATH),
        ProblemFiles.read(file, mapping).problems().get(0));
    assertEquals(mapping, FieldMapping.parse(mapping.text()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "question=a",
        "answer=b",
        "question=a,answer=b,more=c",
        "question=a,answer=b,rule=x",
        "question=a,question=b,answer=c",
        "question,answer",
        "question=,answer=b"
      })
  void refusesAMappingThatIsNone(String text) {
    FaultException fault = assertThrows(FaultException.class, () -> FieldMapping.parse(text));
    assertTrue(fault.getMessage().startsWith("The fields “" + text + "” cannot be read"));
  }

  @Test
  void multipleChoiceIsAskedAboutSinceItsLetterSaysNothing() {
    assertThrows(
        UnknownFieldsException.class,
        () ->
            read("m.jsonl", "{\"question\":\"Q\",\"options\":[\"A)1\",\"B)2\"],\"answer\":\"B\"}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'PAR1xyz' | a Parquet file",
        "'PK\u0003\u0004' | a ZIP file",
        "'\u001f\u008b\b' | compressed with gzip",
        "'\u00ff\u00fe{' | UTF-16 text, not UTF-8"
      })
  void filesOfOtherKindsAreCalledWhatTheyAre(String start, String kind) throws IOException {
    Path file = folder.resolve("x.jsonl");
    Files.write(file, start.getBytes(StandardCharsets.ISO_8859_1));
    FaultException fault = assertThrows(FaultException.class, () -> ProblemFiles.read(file));
    assertEquals(
        "The problem file %s is %s; save it as JSON lines or CSV in UTF-8.".formatted(file, kind),
        fault.getMessage());
  }

  @Test
  void semicolonsSetColumnsApartWhereNoCommaDoes() throws IOException {
    ProblemSet set = read("set.csv", "\ufeffquestion;answer\r\n\"A, b; or c?\";7\r\n");
    assertEquals("A, b; or c?", set.problems().get(0).question());
    assertEquals("7", set.problems().get(0).gold());
  }

  @Test
  void problemsInAnObjectOfOneLineAreCountedFromOne() throws IOException {
    ProblemSet set = read("set.json", "{\"data\": [{\"question\": \"Q\", \"answer\": \"7\"}]}");
    assertEquals("1", set.problems().get(0).id());
  }
}
