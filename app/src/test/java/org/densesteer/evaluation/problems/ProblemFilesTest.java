package org.densesteer.evaluation.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.densesteer.common.FaultException;
import org.densesteer.metrics.answer.AnswerStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemFilesTest {

  @TempDir Path folder;

  @Test
  void readsPlainLines() {
    ProblemSet set =
        read(
            """
            {"question": "One and one?", "answer": "2"}

            {"question": "Half?", "answer": "\\\\frac{1}{2}"}
            """);
    assertEquals("set", set.name());
    assertEquals(
        List.of(
            new Problem("1", "One and one?", "2", AnswerStyle.GSM8K),
            new Problem("3", "Half?", "\\frac{1}{2}", AnswerStyle.MATH)),
        set.problems());
    assertEquals(ProblemFormat.PLAIN, recognition(set).format());
  }

  @Test
  void takesTheNumberOfAWorkedGsm8kAnswer() {
    ProblemSet set = read("{\"question\":\"Q\",\"answer\":\"3*700=<<2100>>2100\\n#### 2,100\"}");
    assertEquals(new Problem("1", "Q", "2100", AnswerStyle.GSM8K), set.problems().get(0));
    assertEquals(ProblemFormat.GSM8K, recognition(set).format());
  }

  @Test
  void fieldsAreKnownHoweverTheirWordsAreSetApart() {
    Problem problem = new Problem("1", "Q", "7", AnswerStyle.GSM8K);
    for (String names :
        List.of(
            "Question|Numerical Answer",
            "question|gold_answer",
            "instruction|output",
            "prompt|completion",
            "question_text|finalAnswer",
            "query|correct-answer")) {
      String[] both = names.split("\\|");
      ProblemSet set = read("{\"" + both[0] + "\": \"Q\", \"" + both[1] + "\": \"7\"}");
      assertEquals(problem, set.problems().get(0), names);
    }
  }

  @Test
  void takesWhatASolutionSaysTheAnswerIs() {
    ProblemSet set =
        read(
            """
            {"query": "Q", "response": "3 + 4 = 7, so we are done.\\nThe answer is: 7"}
            {"query": "R", "response": "The final answer is $\\\\frac{1}{2}$."}
            """);
    assertEquals(new Problem("1", "Q", "7", AnswerStyle.GSM8K), set.problems().get(0));
    assertEquals("$\\frac{1}{2}$", set.problems().get(1).gold());
  }

  @Test
  void takesTheBoxOfAMathSolution() {
    ProblemSet set =
        read("{\"problem\":\"Q\",\"solution\":\"So $\\\\boxed{\\\\frac{3}{4}}$.\",\"id\":7}");
    assertEquals(new Problem("7", "Q", "\\frac{3}{4}", AnswerStyle.MATH), set.problems().get(0));
  }

  @Test
  void checksNumbersOfMathFilesInTheirBox() {
    ProblemSet set = read("{\"problem\":\"Q\",\"answer\":\"6\",\"unique_id\":\"a/1\"}");
    assertEquals(new Problem("a/1", "Q", "6", AnswerStyle.MATH), set.problems().get(0));
  }

  @Test
  void writesAmcNumbersWithoutAnIdlePoint() {
    ProblemSet set = read("{\"id\":0,\"problem\":\"Q\",\"answer\":27.0,\"question\":\"Q\"}");
    assertEquals(new Problem("0", "Q", "27", AnswerStyle.GSM8K), set.problems().get(0));
    assertEquals(ProblemFormat.AMC, recognition(set).format());
  }

  @Test
  void followsTheMappingOfAPerson() {
    Path file = write("{\"ask\":\"Q\",\"answer\":\"no\",\"right\":4,\"key\":\"k\"}");
    FieldMapping mapping = new FieldMapping("ask", "right", "key", AnswerStyle.MATH);
    ProblemSet set = ProblemFiles.read(file, mapping);
    assertEquals(new Problem("k", "Q", "4", AnswerStyle.MATH), set.problems().get(0));
    assertEquals(List.of("ask", "answer", "right", "key"), recognition(set).fields());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"question\":\"Q\"                     | stops in the middle of its JSON",
        "[1]                                     | is not a JSON object",
        "{\"question\":\"Q\",\"answer\":1} {}    | goes on after the end of its JSON",
        "{\"question\":\"Q\"}                    | lacks the field “answer”",
        "{\"question\":\" \",\"answer\":1}       | has no question text in the field “question”",
        "{\"question\":\"Q\",\"answer\":{}}      | has no usable answer in the field “answer”",
        "{\"question\":\"Q\",\"answer\":[1,{}]}  | has no usable answer in the field “answer”",
        "{\"question\":\"Q\",\"answer\":1e999999} | has no usable answer in the field “answer”",
        "{\"question\":\"Q\",\"question\":\"R\",\"answer\":1} | has “question” twice in one object",
      })
  void namesTheBadLine(String line, String complaint) {
    Path file = write("{\"question\":\"Q\",\"answer\":\"1\"}\n" + line + "\n");
    FaultException fault = assertThrows(FaultException.class, () -> ProblemFiles.read(file));
    assertTrue(
        fault.getMessage().startsWith("Line 2 of " + file + " " + complaint), fault.getMessage());
  }

  @Test
  void listsTheFieldsItDoesNotKnow() {
    Path file = write("{\"text\":\"Q\",\"label\":\"1\"}");
    FaultException fault = assertThrows(FaultException.class, () -> ProblemFiles.read(file));
    assertTrue(fault.getMessage().contains("[text, label]"), fault.getMessage());
  }

  @Test
  void refusesAnEmptyFile() {
    Path file = write("\n \n");
    FaultException fault = assertThrows(FaultException.class, () -> ProblemFiles.read(file));
    assertEquals(file + " holds no problems.", fault.getMessage());
  }

  @Test
  void refusesTextThatIsNotUtf8() throws IOException {
    Path file = folder.resolve("latin.jsonl");
    Files.write(
        file, "{\"question\":\"caf\u00e9\",\"answer\":1}".getBytes(StandardCharsets.ISO_8859_1));
    FaultException fault = assertThrows(FaultException.class, () -> ProblemFiles.read(file));
    assertTrue(fault.getMessage().contains("is not UTF-8"), fault.getMessage());
  }

  @Test
  void saysThatAFileIsMissing() {
    Path file = folder.resolve("absent.jsonl");
    FaultException fault = assertThrows(FaultException.class, () -> ProblemFiles.read(file));
    assertEquals(
        "Cannot read the problem file " + file + ": it does not exist.", fault.getMessage());
  }

  private ProblemSet read(String text) {
    return ProblemFiles.read(write(text));
  }

  private Path write(String text) {
    try {
      return Files.writeString(folder.resolve("set.jsonl"), text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Recognition recognition(ProblemSet set) {
    return java.util.Objects.requireNonNull(set.provenance().recognition());
  }
}
