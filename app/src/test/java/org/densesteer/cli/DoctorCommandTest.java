package org.densesteer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.densesteer.common.Json;
import org.junit.jupiter.api.Test;

class DoctorCommandTest {

  @Test
  void saysWhatItRunsOnAndThatItWorks() throws Exception {
    CommandRun run = CommandRun.of("doctor", "--json");
    assertEquals(0, run.exitCode(), run::err);
    JsonNode facts = Json.STRICT.readTree(run.out()).path("facts");
    for (String name :
        List.of("DenseSteer Workbench", "Java", "System", "Processor", "Free memory", "Settings")) {
      assertTrue(!facts.path(name).asText().isBlank(), name);
    }
    assertTrue(facts.path("Engine").asText().startsWith("libtorch 2."), facts::toString);
    assertTrue(facts.path("Self-test").asText().contains("logits are right"), facts::toString);
    assertTrue(facts.path("Hub").isMissingNode(), "nothing is sent unasked");
  }

  @Test
  void aPersonReadsLines() {
    CommandRun run = CommandRun.of("doctor");
    assertEquals(0, run.exitCode(), run::err);
    assertTrue(run.out().strip().endsWith("Everything works."), run::out);
  }
}
