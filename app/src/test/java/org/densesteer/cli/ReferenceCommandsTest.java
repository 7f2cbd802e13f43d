package org.densesteer.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.densesteer.files.safetensors.SafetensorsFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on a real checkpoint, compared with transformers. */
class ReferenceCommandsTest {

  private static final double LOGITS = 1e-4;
  private static final double NLL = 1e-4;

  @TempDir Path folder;

  @Test
  void generateGivesTheReferencesTokensInBothArms() throws Exception {
    ReferenceCheckpoint reference = ReferenceCheckpoint.orSkip("qwen2-tied");
    JsonNode arms =
        json(
                reference,
                "generate",
                "--prompt-ids",
                reference.ids("prompt_ids"),
                "--ignore-eos",
                "--max-tokens",
                String.valueOf(reference.expected().get("greedy_baseline").size()),
                "--vector",
                reference.vector(folder.resolve("v.safetensors")).toString(),
                "--layer",
                String.valueOf(reference.layer()),
                "--strength",
                String.valueOf(reference.strength()))
            .get("arms");
    assertEquals(2, arms.size());
    assertEquals("baseline", arms.get(0).get("name").asText());
    assertEquals("steered", arms.get(1).get("name").asText());
    assertEquals(reference.expected().get("greedy_baseline"), arms.get(0).get("token_ids"));
    assertEquals(reference.expected().get("greedy_steered"), arms.get(1).get("token_ids"));
    assertEquals(
        mean(reference.expected().get("nll_steered_under_unsteered_with_prompt")),
        arms.get(1).get("nll_with_prompt").asDouble(),
        NLL);
    assertEquals(
        mean(reference.expected().get("nll_steered_under_unsteered_response_only")),
        arms.get(1).get("nll_response_only").asDouble(),
        NLL);
    assertEquals(
        List.of(
            "name",
            "token_ids",
            "text",
            "stop",
            "steps",
            "tokens",
            "density",
            "nll_with_prompt",
            "nll_response_only",
            "answer",
            "strengths",
            "kl"),
        fieldNames(arms.get(0)));
  }

  @Test
  void chatFillsTheCheckpointsTemplate() throws Exception {
    ReferenceCheckpoint reference = ReferenceCheckpoint.orSkip("qwen2-tied");
    String[] sampled = {"--max-tokens", "5", "--ignore-eos"};
    JsonNode byChat =
        json(
            reference,
            "generate",
            concat(
                sampled,
                "--chat",
                "Tom has 12 apples and buys 30 more. How many?",
                "--system",
                "You are a careful solver."));
    JsonNode byIds =
        json(reference, "generate", concat(sampled, "--prompt-ids", reference.ids("prompt_ids")));
    JsonNode byText =
        json(
            reference,
            "generate",
            concat(sampled, "--prompt", reference.expected().get("prompt").asText()));
    assertEquals(byIds, byChat);
    assertEquals(byIds, byText);
    assertEquals(1, byIds.get("arms").size());
  }

  @Test
  void scoreWritesTheReferencesLogits() throws Exception {
    ReferenceCheckpoint reference = ReferenceCheckpoint.orSkip("qwen2-tied");
    Path file = folder.resolve("logits.safetensors");
    json(
        reference,
        "score",
        "--prompt-ids",
        reference.ids("prompt_ids"),
        "--logits",
        file.toString());
    assertLogits(reference, "logits", file);
  }

  @Test
  void scoreWithAVectorWritesTheSteeredLogits() throws Exception {
    ReferenceCheckpoint reference = ReferenceCheckpoint.orSkip("qwen2-tied");
    Path file = folder.resolve("logits.safetensors");
    json(
        reference,
        "score",
        "--prompt-ids",
        reference.ids("prompt_ids"),
        "--vector",
        reference.vector(folder.resolve("v.safetensors")).toString(),
        "--layer",
        String.valueOf(reference.layer()),
        "--strength",
        String.valueOf(reference.strength()),
        "--logits",
        file.toString());
    assertLogits(reference, "logits_steered", file);
  }

  @Test
  void scoreGivesBothConventionsOfTheNll() throws Exception {
    ReferenceCheckpoint reference = ReferenceCheckpoint.orSkip("qwen2-tied");
    JsonNode scores =
        json(
            reference,
            "score",
            "--prompt-ids",
            reference.ids("prompt_ids"),
            "--response-ids",
            reference.ids("greedy_steered"));
    assertArrayEquals(
        doubles(reference.expected().get("nll_steered_under_unsteered_with_prompt")),
        doubles(scores.get("token_nll_with_prompt")),
        NLL);
    assertArrayEquals(
        doubles(reference.expected().get("nll_steered_under_unsteered_response_only")),
        doubles(scores.get("token_nll_response_only")),
        NLL);
    assertEquals(
        mean(scores.get("token_nll_with_prompt")), scores.get("nll_with_prompt").asDouble(), 1e-9);
    assertTrue(scores.get("nll_steered_with_prompt").isNull());
  }

  private static CommandRun run(ReferenceCheckpoint reference, String command, String... options) {
    String[] model = {command, "--model", reference.folder().toString(), "--precision", "float32"};
    return CommandRun.of(concat(model, options));
  }

  private static JsonNode json(ReferenceCheckpoint reference, String command, String... options)
      throws Exception {
    CommandRun run = run(reference, command, concat(options, "--json"));
    assertEquals(0, run.exitCode(), run::err);
    assertEquals("", run.err());
    return new ObjectMapper().readTree(run.out());
  }

  private static void assertLogits(ReferenceCheckpoint reference, String tensor, Path file) {
    SafetensorsFile written = SafetensorsFile.open(file);
    float[] expected = reference.tensors().floats(tensor);
    float[] actual = written.floats("logits");
    assertEquals(expected.length, actual.length);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], actual[i], LOGITS, "element " + i);
    }
  }

  private static String[] concat(String[] first, String... second) {
    String[] all = java.util.Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  private static List<String> fieldNames(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static double[] doubles(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }

  private static double mean(JsonNode array) {
    return java.util.Arrays.stream(doubles(array)).average().orElseThrow();
  }
}
