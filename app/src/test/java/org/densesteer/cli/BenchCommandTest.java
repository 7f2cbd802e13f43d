package org.densesteer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measurements of the sample model, small ones. */
class BenchCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  private static CommandRun bench(String... more) {
    String[] args = new String[10 + more.length];
    System.arraycopy(
        new String[] {
          "bench",
          "--model",
          "sample",
          "--rows",
          "1,2",
          "--prompt-tokens",
          "9",
          "--new-tokens",
          "3",
          "--rounds=2"
        },
        0,
        args,
        0,
        10);
    System.arraycopy(more, 0, args, 10, more.length);
    return CommandRun.of(args);
  }

  @Test
  void longTextsAndMemoryAreMeasuredWhereTheyAreAskedFor() throws IOException {
    JsonNode plain = JSON.readTree(bench("--json").out());
    for (String list : new String[] {"long_prompts", "scored_answers", "memory", "against"}) {
      assertFalse(plain.has(list), list);
    }
    JsonNode report =
        JSON.readTree(bench("--json", "--long", "20,700", "--score", "30", "--memory").out());
    assertEquals(700, report.at("/long_prompts/1/tokens").asInt());
    double ms = report.at("/long_prompts/1/ms").asDouble();
    assertTrue(ms > 0);
    assertEquals(700_000 / ms, report.at("/long_prompts/1/tokens_per_second").asDouble(), 1e-6);
    assertEquals(2, report.at("/long_prompts/1/each_round").size());
    assertEquals(30, report.at("/scored_answers/0/tokens").asInt());
    assertEquals("load", report.at("/memory/0/step").asText());
    assertEquals(3 + 2 + 2 * 3, report.get("memory").size());
    if (report.get("peak_rss_bytes").isNumber()) {
      long most = report.get("peak_rss_bytes").asLong();
      for (JsonNode step : report.get("memory")) {
        assertTrue(step.get("peak_bytes").asLong() <= most, step::toString);
        assertTrue(step.get("peak_bytes").asLong() > 0, step::toString);
      }
    }
  }

  @Test
  void anotherBuildsFiguresAreDividedBy() throws IOException {
    Path file = folder.resolve("before.json");
    String first = bench("--json", "--long", "20").out();
    ObjectNode before = (ObjectNode) JSON.readTree(first);
    ((ObjectNode) before.at("/long_prompts/0")).put("ms", 1000);
    Files.writeString(file, before.toString());
    JsonNode against =
        JSON.readTree(bench("--json", "--long", "20", "--against", file.toString()).out())
            .get("against");
    JsonNode ratio = null;
    for (JsonNode each : against) {
      if (each.get("figure").asText().equals("long prompts 20 ms")) {
        ratio = each;
      }
    }
    assertEquals(1000, ratio.get("then").asDouble());
    assertEquals(ratio.get("now").asDouble() / 1000, ratio.get("ratio").asDouble(), 1e-12);
    String words = bench("--long", "20", "--against", file.toString()).out();
    assertTrue(words.contains("results 2 prompt ms"), words);
  }

  @Test
  void moreRowsThanAnyRunHasAreRefused() {
    CommandRun run = CommandRun.of("bench", "--model", "sample", "--rows", "1025");
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("--rows must be at most 1024, not 1025."), run::err);
  }

  @Test
  void whatDoesNotCompareIsRefused() throws IOException {
    Path file = folder.resolve("before.json");
    Files.writeString(file, "{\"results\":[],\"prompt_tokens\":8,\"new_tokens\":3}");
    CommandRun other = bench("--against", file.toString());
    assertEquals(1, other.exitCode());
    assertTrue(other.err().contains("their figures do not compare"), other.err());
    Files.writeString(file, "[1");
    assertTrue(bench("--against", file.toString()).err().contains("is no result of bench --json"));
    assertTrue(bench("--against", folder.resolve("no").toString()).err().contains("Cannot read"));
    assertTrue(bench("--long", "0").err().contains("--long"));
  }
}
