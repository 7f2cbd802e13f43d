package org.densesteer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.densesteer.common.Json;
import org.junit.jupiter.api.Test;

/** Two continuations on the sample model. */
class LogOddsCommandTest {

  private static CommandRun odds(String... more) {
    List<String> command =
        new ArrayList<>(
            List.of("logodds", "--model", "sample", "--precision", "float32", "--vector"));
    command.addAll(List.of("sample", "--layer", "5", "--chat", "What is 2 + 2?"));
    command.addAll(List.of(more));
    return CommandRun.of(command.toArray(String[]::new));
  }

  @Test
  void printsBothLogProbabilitiesAndTheFloor() throws Exception {
    CommandRun run =
        odds("--first", "After", "--second", "First", "--strengths=0,0.4", "--floor=2", "--json");
    assertEquals(0, run.exitCode(), run::err);
    JsonNode json = Json.STRICT.readTree(run.out());
    assertEquals("After", json.get("first").get("text").asText());
    assertTrue(json.get("first").get("token_ids").size() > 0);
    JsonNode row = json.get("rows").get(1);
    assertEquals(
        row.get("log_p_first").asDouble() - row.get("log_p_second").asDouble(),
        row.get("log_odds").asDouble(),
        1e-9);
    assertEquals(5, row.get("layer").asInt());
    assertEquals(0.4, row.get("strength").asDouble());
    assertTrue(row.get("push").asDouble() > 0);
    assertTrue(List.of("within", "beyond").contains(row.get("floor").asText()));
    assertEquals(
        json.get("baseline").get("log_odds").asDouble(),
        json.get("rows").get(0).get("log_odds").asDouble(),
        1e-6);
    assertEquals(2, json.get("floor").size());
    assertEquals("random:2", json.get("floor").get(1).get("arm").asText());
    CommandRun readable = odds("--first", "After", "--second", "First", "--strengths=0.4");
    assertTrue(readable.out().contains("seeds 1, 2, 3"), readable::out);
  }

  @Test
  void wrongUse() {
    assertEquals(2, odds("--first", "After", "--strengths=1").exitCode());
    assertEquals(2, odds("--first", "a", "--second", "b", "--strengths=x").exitCode());
    CommandRun same = odds("--first", "After", "--second", "After", "--strengths=1");
    assertEquals(1, same.exitCode());
    assertTrue(same.err().contains("same tokens"), same::err);
    assertEquals(
        1,
        odds("--first", "After", "--second", "First", "--strengths=1", "--positions", "step:2")
            .exitCode());
  }
}
