package org.densesteer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.densesteer.common.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The strip on the sample model. */
class StripCommandTest {

  private static final String QUESTION =
      "Rosa has 27 balls. She drops 8. She gets 13 more. How many balls does Rosa have in the end?";

  @TempDir Path folder;

  private static CommandRun strip(String... more) {
    List<String> command =
        new ArrayList<>(
            List.of("strip", "--model", "sample", "--precision", "float32", "--vector", "sample"));
    command.addAll(List.of(more));
    return CommandRun.of(command.toArray(String[]::new));
  }

  private static JsonNode json(CommandRun run) throws Exception {
    assertEquals(0, run.exitCode(), run::err);
    return Json.STRICT.readTree(run.out());
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void rowsFollowTheGate() throws Exception {
    String[] shut = {
      "--chat", QUESTION, "--layers", "3,5", "--floor", "1", "--gate", "confidence<1e-9", "--json"
    };
    JsonNode strip = json(strip(shut));
    assertEquals("confidence<1.0E-9", strip.get("gate").asText());
    for (JsonNode row : strip.get("rows")) {
      assertEquals(0, row.get("kl").asDouble(), 1e-6);
      assertEquals(strip.get("baseline").get("density").asDouble(), row.get("density").asDouble());
    }
    String[] budget = {
      "--chat", QUESTION, "--layer", "5", "--strengths=0.8", "--floor", "0", "--gate", "kl:0.02"
    };
    CommandRun told = strip(budget);
    assertTrue(told.out().contains("by the gate kl:0.02;"), told::out);
    List<String> ungated = new ArrayList<>(List.of(budget).subList(0, 7));
    ungated.add("--json");
    List<String> gated = new ArrayList<>(List.of(budget));
    gated.add("--json");
    double held = kl(json(strip(gated.toArray(String[]::new))));
    double free = kl(json(strip(ungated.toArray(String[]::new))));
    assertTrue(held > 0 && held < free, held + " of " + free);
  }

  private static double kl(JsonNode strip) {
    return strip.get("rows").get(0).get("kl").asDouble();
  }

  @Test
  void everyLayerAtTheSamePush() throws Exception {
    JsonNode strip = json(strip("--chat", QUESTION, "--gold", "32", "--push", "50%", "--json"));
    assertEquals(List.of("baseline", "rows", "floor"), names(strip));
    JsonNode baseline = strip.get("baseline");
    assertEquals(
        List.of(
            "steps",
            "tokens",
            "density",
            "nll_with_prompt",
            "nll_response_only",
            "kl",
            "answer",
            "correct",
            "degenerate",
            "stop"),
        names(baseline));
    assertEquals("32", baseline.get("answer").asText());
    assertEquals("end_of_text", baseline.get("stop").asText());
    assertEquals(0, baseline.get("kl").asDouble());
    JsonNode rows = strip.get("rows");
    assertEquals(6, rows.size());
    assertEquals(18, strip.get("floor").size());
    for (int layer = 0; layer < 6; layer++) {
      JsonNode row = rows.get(layer);
      assertEquals(layer, row.get("layer").asInt());
      assertEquals(0.5, row.get("push").asDouble(), 1e-12);
      assertTrue(row.get("strength").asDouble() > 0);
      assertTrue(row.get("kl").asDouble() > 0);
      assertFalse(row.get("degenerate").asBoolean());
    }
    assertEquals("random:1", strip.get("floor").get(0).get("arm").asText());
    JsonNode five = rows.get(5);
    assertTrue(five.get("density").asDouble() > 1.3 * baseline.get("density").asDouble());
    for (JsonNode row : rows) {
      for (String figure : List.of("steps", "tokens", "density", "nll_with_prompt", "kl")) {
        assertEquals(
            verdict(strip, row, figure), row.get("floor").get(figure).asText(), row::toString);
      }
    }
  }

  /** The same verdict from the printed figures. */
  private static String verdict(JsonNode strip, JsonNode row, String figure) {
    double before = strip.get("baseline").get(figure).asDouble();
    double effect = Math.abs(row.get(figure).asDouble() - before);
    for (JsonNode random : strip.get("floor")) {
      if (random.get("layer").equals(row.get("layer"))
          && Math.abs(random.get(figure).asDouble() - before) >= effect) {
        return "within";
      }
    }
    return "beyond";
  }

  /** A strip's row is the steered answer that 'generate' gives. */
  @Test
  void aRowIsWhatGenerateGives() throws Exception {
    String[] sampled = {"--temperature", "0.7", "--seed", "5", "--chat", QUESTION, "--json"};
    List<String> at = new ArrayList<>(List.of("--layer", "5", "--strengths=-0.4,0,0.4"));
    at.addAll(List.of(sampled));
    JsonNode strip = json(strip(at.toArray(String[]::new)));
    List<String> generate =
        new ArrayList<>(
            List.of("generate", "--model", "sample", "--precision", "float32", "--vector"));
    generate.addAll(List.of("sample", "--layer", "5", "--strength", "0.4"));
    generate.addAll(List.of(sampled));
    JsonNode arms = json(CommandRun.of(generate.toArray(String[]::new))).get("arms");
    assertSame(arms.get(0), strip.get("baseline"));
    assertSame(arms.get(0), strip.get("rows").get(1));
    assertSame(arms.get(1), strip.get("rows").get(2));
    assertEquals(6, strip.get("floor").size());
  }

  private static void assertSame(JsonNode arm, JsonNode row) {
    for (String count : List.of("steps", "tokens", "answer")) {
      assertEquals(arm.get(count), row.get(count), count);
    }
    for (String nats : List.of("density", "nll_with_prompt", "nll_response_only")) {
      assertEquals(arm.get(nats).asDouble(), row.get(nats).asDouble(), 1e-4, nats);
    }
  }

  @Test
  void meansOverProblemsAsTableAndFile() throws Exception {
    Path csv = folder.resolve("strip.csv");
    CommandRun run =
        strip(
            "--problems",
            "sample",
            "--limit",
            "4",
            "--layers",
            "4-5",
            "--floor",
            "2",
            "--floor-seed",
            "9",
            "--csv",
            csv.toString());
    assertEquals(0, run.exitCode(), run::err);
    assertTrue(run.out().contains("layer 5 random:10"), run::out);
    assertTrue(run.out().contains("(seeds 9, 10)"), run::out);
    List<String> lines = Files.readAllLines(csv);
    assertEquals(1 + 1 + 2 + 4, lines.size());
    assertTrue(lines.get(0).startsWith("arm,layer,strength,push,n,steps,steps_floor,"));
    assertTrue(lines.get(1).startsWith("baseline,,,,4,"));
    assertTrue(lines.get(4).startsWith("random:9,4,"), lines.get(4));
    assertEquals(2, strip("--problems", "sample", "--csv", csv.toString()).exitCode());
    JsonNode means =
        json(strip("--problems", "sample", "--limit", "2", "--layers", "5", "--json", "--floor=0"));
    assertEquals(2, means.get("rows").get(0).get("problems").asInt());
    assertEquals(0, means.get("floor").size());
    assertFalse(means.get("rows").get(0).has("floor"));
  }

  @Test
  void edges() throws Exception {
    JsonNode edges =
        json(strip("--chat", QUESTION, "--layers", "5", "--edge", "--json")).get("edges");
    assertEquals(1, edges.size());
    JsonNode edge = edges.get(0);
    assertEquals(List.of("layer", "whole", "broken", "strength"), names(edge));
    assertTrue(edge.get("whole").asDouble() >= 0.6, edge::toString);
    CommandRun readable = strip("--chat", QUESTION, "--layers", "5", "--edge");
    assertTrue(readable.out().startsWith("layer  5  whole up to "), readable::out);
  }

  @Test
  void wrongUseIsTwo() {
    assertMisuse("--layers", "5");
    assertMisuse("--chat", "2 + 2?", "--problems", "sample");
    assertMisuse("--chat", "2 + 2?", "--layers", "5", "--layer", "5", "--strengths=1");
    assertMisuse("--chat", "2 + 2?", "--layer", "5");
    assertMisuse("--chat", "2 + 2?", "--push", "much");
    assertMisuse("--chat", "2 + 2?", "--push", "0%");
    assertMisuse("--chat", "2 + 2?", "--layers", "5-1");
    assertMisuse("--chat", "2 + 2?", "--floor=-1");
    assertMisuse("--chat", "2 + 2?", "--ignore-eos");
    assertEquals(1, strip("--chat", "2 + 2?", "--layers", "9").exitCode());
    assertEquals(1, strip("--chat", "2 + 2?", "--operator", "ablate").exitCode());
  }

  private static void assertMisuse(String... options) {
    CommandRun run = strip(options);
    assertEquals(2, run.exitCode(), () -> String.join(" ", options) + ": " + run.err());
  }
}
