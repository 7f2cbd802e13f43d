package org.densesteer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
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
    assertTrue(
        !runs.get(0).get("arms").equals(runs.get(2).get("arms")),
        "another seed gave the same tokens");
    JsonNode sampling = runs.get(2).get("sampling");
    assertEquals(8, sampling.get("seed").asInt());
    assertEquals(2, sampling.get("noise_version").asInt());
    assertNull(json("generate", "--prompt-ids", "1", "--max-tokens", "1").get("sampling"));
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
  void benchMeasuresDraftsOfWhichAShareIsRight() throws Exception {
    JsonNode rerun =
        json(
                "bench",
                "--rows",
                "1",
                "--prompt-tokens",
                "8",
                "--new-tokens",
                "24",
                "--rounds",
                "1",
                "--rerun",
                "0.5,1")
            .get("rerun");
    assertEquals(2, rerun.size());
    assertEquals(0.5, rerun.get(0).get("share").asDouble());
    for (JsonNode one : rerun) {
      assertTrue(one.get("identical").asBoolean());
      assertTrue(one.get("plain_tokens_per_second").asDouble() > 0);
      assertTrue(one.get("draft_tokens_per_second").asDouble() > 0);
    }
    CommandRun wrong = run("bench", "--rerun", "1.5");
    assertEquals(2, wrong.exitCode());
    assertTrue(wrong.err().contains("--rerun must lie between 0 and 1"), wrong::err);
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
