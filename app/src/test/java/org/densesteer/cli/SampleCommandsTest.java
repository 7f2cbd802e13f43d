package org.densesteer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The commands on the sample model. */
class SampleCommandsTest {

  @Test
  void theSameSeedGivesTheSameTokens() throws Exception {
    List<JsonNode> runs = new ArrayList<>();
    for (String seed : new String[] {"7", "7", "8"}) {
      runs.add(
          json(
              "generate",
              "--chat",
              "Anna has 12 apples.",
              "--ignore-eos",
              "--max-tokens",
              "20",
              "--temperature",
              "3",
              "--top-p",
              "0.95",
              "--seed",
              seed));
    }
    assertEquals(runs.get(0), runs.get(1));
    assertTrue(!runs.get(0).equals(runs.get(2)), "another seed gave the same tokens");
  }

  @Test
  void benchMeasuresEveryNumberOfRows() throws Exception {
    JsonNode bench = json("bench", "--rows", "1,3", "--prompt-tokens", "8", "--new-tokens", "6");
    assertTrue(bench.get("load_ms").asDouble() > 0);
    assertEquals(2, bench.get("results").size());
    JsonNode three = bench.get("results").get(1);
    assertEquals(3, three.get("rows").asInt());
    assertTrue(three.get("prompt_ms").asDouble() > 0);
    double perRow = three.get("decode_tokens_per_second_per_row").asDouble();
    assertTrue(perRow > 0);
    assertEquals(3 * perRow, three.get("decode_tokens_per_second_total").asDouble(), 1e-6 * perRow);
  }

  @Test
  void unknownIdsAndEmptyQuestionsAreNamed() throws Exception {
    CommandRun unknown = run("generate", "--prompt-ids", "1,987654");
    assertEquals(1, unknown.exitCode(), unknown::err);
    assertTrue(unknown.err().contains("987654"), unknown::err);
    assertEquals(1, unknown.err().lines().count(), unknown::err);
    CommandRun empty = run("generate", "--chat", " ");
    assertEquals(1, empty.exitCode(), empty::err);
    assertTrue(empty.err().contains("empty"), empty::err);
  }

  private static CommandRun run(String command, String... options) {
    return CommandRun.of(
        Stream.concat(
                Stream.of(command, "--model", "sample", "--precision", "float32"),
                Stream.of(options))
            .toArray(String[]::new));
  }

  private static JsonNode json(String command, String... options) throws Exception {
    CommandRun run =
        run(command, Stream.concat(Stream.of(options), Stream.of("--json")).toArray(String[]::new));
    assertEquals(0, run.exitCode(), run::err);
    assertEquals("", run.err());
    return new ObjectMapper().readTree(run.out());
  }
}
