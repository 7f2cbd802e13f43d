package org.densesteer.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {

  @TempDir Path folder;

  record Place(String name, List<Integer> at) {}

  record Figures(double meanNll, Double missing, double[] perToken, List<Double> row) {}

  private static String flaw(JsonMapper mapper, String text, Class<?> type) {
    return JsonFlaw.of(
        assertThrows(
            JsonProcessingException.class,
            () -> mapper.readValue(text.getBytes(StandardCharsets.UTF_8), type)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"name\":\"x\",\"name\":\"y\"} | has “name” twice in one object at line 1, column 19",
        "{\"name\":\"x\",\"of\":1} | has the unknown field “of” at line 1, column 20",
        "{\"name\":\"x\"} 7 | goes on after the end of its JSON at line 1, column 14",
        "{\"at\":[1,{}]} | does not hold what it should in its field “at.1” at line 1, column 10",
        "{\"name\" | stops in the middle of its JSON, as when it was cut off",
        "{name:1} | is not well-formed JSON at line 1, column 2",
        "{\"name\":NaN} | is not well-formed JSON at line 1, column 12",
      })
  void strictReadsNothingElseAndSaysWhatIsWrong(String text, String said) {
    assertEquals(said, flaw(Json.STRICT, text, Place.class));
  }

  @Test
  void lenientReadsWhatPythonWrites() throws IOException {
    var read = Json.LENIENT.readTree("{\"a\":1,\"a\":2,\"high\":Infinity,\"none\":NaN}");
    assertEquals(2, read.path("a").intValue());
    assertEquals(Double.POSITIVE_INFINITY, read.path("high").doubleValue());
    assertEquals("x", Json.LENIENT.readValue("{\"name\":\"x\",\"of\":1}", Place.class).name());
  }

  @Test
  void lenientDoesNotPassOverWhatFollows() {
    assertEquals(
        "goes on after the end of its JSON at line 1, column 8",
        flaw(Json.LENIENT, "{\"a\":1}{\"a\":2}", Object.class));
  }

  @Test
  void depthAndLengthHaveLimits() {
    String deep = "[".repeat(65) + "]".repeat(65);
    for (JsonMapper mapper : List.of(Json.STRICT, Json.LENIENT, Json.SNAKE_CASE)) {
      assertTrue(flaw(mapper, deep, Object.class).startsWith("is nested too deeply, or has"));
    }
    JsonMapper shallow =
        Json.strict(StreamReadConstraints.builder().maxNestingDepth(2).maxStringLength(5).build());
    assertTrue(flaw(shallow, "[[[]]]", Object.class).startsWith("is nested too deeply"));
    assertTrue(flaw(shallow, "\"abcdefgh\"", Object.class).contains("too long"));
    assertTrue(flaw(shallow, "{\"a\":1,\"a\":1}", Object.class).contains("“a” twice"));
  }

  @Test
  void bytesThatAreNoUtf8AreSaid() {
    byte[] bytes = {'"', (byte) 0xC3, '"', ' '};
    assertEquals(
        "is not UTF-8 text at line 1, column 4",
        JsonFlaw.of(
            assertThrows(JsonProcessingException.class, () -> Json.LENIENT.readTree(bytes))));
  }

  @Test
  void aLineOfManyIsNotNumberedTwice() {
    JsonProcessingException e =
        assertThrows(JsonProcessingException.class, () -> Json.LENIENT.readTree("{oops}"));
    assertEquals("is not well-formed JSON at column 2", JsonFlaw.ofLine(e));
  }

  @Test
  void figuresThatDoNotExistAreNullInSnakeCase() throws IOException {
    assertEquals(
        "{\"mean_nll\":0.5,\"missing\":null,\"per_token\":[1.5,null],\"row\":[1.0,null]}",
        Json.text(
            Json.SNAKE_CASE.writer(),
            new Figures(
                0.5,
                Double.NaN,
                new double[] {1.5, Double.POSITIVE_INFINITY},
                List.of(1.0, Double.NEGATIVE_INFINITY))));
    assertEquals(0.1, Json.SNAKE_CASE.readValue("{\"mean_nll\":0.1}", Figures.class).meanNll(), 0);
  }

  @Test
  void aFileOfOthersIsReadOrNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("config.json"), "{\"a\":\n 1}");
    assertEquals(1, Json.read(file, 10).path("a").intValue());
    assertEquals(
        "The file " + file + " is larger than the 0 MB that such a file can have.", fault(file, 8));
    Files.writeString(file, "{\"a\":\n 1");
    assertEquals(
        "The file " + file + " stops in the middle of its JSON, as when it was cut off.",
        fault(file, 99));
    Files.writeString(file, "[]");
    assertEquals("The file " + file + " is not a JSON object.", fault(file, 99));
    Files.writeString(file, "");
    assertEquals("The file " + file + " is not a JSON object.", fault(file, 99));
    assertEquals(
        "Cannot read " + folder.resolve("gone") + ": it does not exist.",
        fault(folder.resolve("gone"), 99));
  }

  private static String fault(Path file, long most) {
    return assertThrows(FaultException.class, () -> Json.read(file, most)).getMessage();
  }
}
