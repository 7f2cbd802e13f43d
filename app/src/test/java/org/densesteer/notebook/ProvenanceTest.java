package org.densesteer.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.densesteer.common.Json;
import org.junit.jupiter.api.Test;

class ProvenanceTest {

  private final Run run = Runs.full("run-1", "What is\n2 + 3?");

  @Test
  void settingsAreThoseOfTheSessionFileWithoutWhatWasAnswered() throws Exception {
    String json = Provenance.of(List.of(run)).json();
    assertEquals(1, json.lines().count());
    JsonNode settings = Json.STRICT.readTree(json).get("runs").get(0);
    JsonNode whole = RunJson.of(run);
    for (String name :
        List.of("id", "made_by", "model", "question", "system", "seed", "decoding")) {
      assertEquals(String.valueOf(whole.get(name)), String.valueOf(settings.get(name)), name);
    }
    JsonNode arm = settings.get("arms").get(1);
    assertEquals(
        whole.get("arms").get(1).get("steering").toString(), arm.get("steering").toString());
    assertEquals(64, arm.get("steering").get(0).get("vector_sha256").textValue().length());
    assertEquals(1, arm.get("changes").get(0).get("token").intValue());
    assertFalse(arm.has("text") || arm.has("token_ids") || settings.has("prompt_ids"));
  }

  @Test
  void theSentenceNamesModelDecodingAndSteering() {
    String sentence = new Provenance(List.of(run), List.of("random 1")).sentence();
    assertTrue(
        sentence.startsWith(
            "owner/name (fingerprint 0123456789abcdef, int8), temperature 0.7, top-k 40, top-p 0.9,"
                + " seed 42 "),
        sentence);
    assertTrue(sentence.contains("steered: terse at layer 4, λ 1.6"), sentence);
    assertTrue(
        sentence.contains("changed while it answered; run run-1 of 2026-05-04T12"), sentence);
    assertTrue(sentence.endsWith("Not ended when it was saved: random 1."), sentence);
  }
}
