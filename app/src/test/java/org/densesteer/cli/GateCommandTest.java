package org.densesteer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.densesteer.steering.CosineGate;
import org.densesteer.steering.Gate;
import org.densesteer.steering.Probe;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorGate;
import org.densesteer.steering.format.ExportOptions;
import org.densesteer.steering.format.VectorFiles;
import org.densesteer.steering.format.VectorFormats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gates on the command line. */
class GateCommandTest {

  private static CommandRun generate(String... more) {
    List<String> command =
        new ArrayList<>(
            List.of("generate", "--model", "sample", "--chat", "Ben has 4 pens and buys 3."));
    command.addAll(List.of(more));
    return CommandRun.of(command.toArray(String[]::new));
  }

  @Test
  void strengthAndKlOfEveryTokenArePrinted() throws Exception {
    CommandRun run =
        generate(
            "--vector",
            "sample",
            "--strength",
            "2",
            "--gate",
            "curve:0=1,4=0",
            "--max-tokens",
            "6",
            "--json");
    assertEquals(0, run.exitCode(), run::err);
    JsonNode arms = new ObjectMapper().readTree(run.out()).get("arms");
    assertEquals("[2.0,1.5,1.0,0.5,0.0,0.0]", arms.get(1).get("strengths").toString());
    assertEquals("curve:0=1,4=0", arms.get(1).get("gate").asText());
    assertEquals(6, arms.get(1).get("kl").size());
    assertTrue(arms.get(1).get("kl").get(0).asDouble() > 0);
    assertEquals("[0.0,0.0,0.0,0.0,0.0,0.0]", arms.get(0).get("strengths").toString());
    assertFalse(arms.get(0).has("gate"));
  }

  @Test
  void whatBecameOfTheStrengthIsToldToAPerson() {
    CommandRun run =
        generate(
            "--vector",
            "sample",
            "--strength",
            "2",
            "--gate",
            "curve:0=1,4=0",
            "--max-tokens",
            "6");
    assertTrue(
        run.out().contains("gate curve:0=1,4=0: open at 4 of 6 tokens, mean strength 0.833"),
        run::out);
  }

  @Test
  void theGateOfTheVectorsFileIsUsedUnlessAnotherIsNamed(@TempDir Path folder) throws Exception {
    SteeringVector sample = VectorFiles.read(SteeringOptions.file("sample")).vector();
    Gate gate = new CosineGate(new Probe(sample, 2), 1);
    Path file = folder.resolve("gated.safetensors");
    VectorFiles.write(
        sample.with(VectorGate.with(sample.metadata(), gate)),
        ExportOptions.of(VectorFormats.SAFETENSORS),
        file);
    String[] shut = {"--vector", file.toString(), "--max-tokens", "4", "--json"};
    JsonNode arms = new ObjectMapper().readTree(generate(shut).out()).get("arms");
    assertEquals("[0.0,0.0,0.0,0.0]", arms.get(1).get("strengths").toString());
    assertEquals("cosine:dense-step-breaks@2>1", arms.get(1).get("gate").asText());
    String[] open = {
      "--vector", file.toString(), "--max-tokens", "4", "--json", "--gate", "constant"
    };
    JsonNode other = new ObjectMapper().readTree(generate(open).out()).get("arms").get(1);
    assertTrue(other.get("strengths").get(0).asDouble() != 0);
    CommandRun scored =
        CommandRun.of(
            "logodds",
            "--model",
            "sample",
            "--chat",
            "2+2?",
            "--first",
            "4",
            "--second",
            "5",
            "--vector",
            file.toString(),
            "--layer",
            "5",
            "--strengths=1",
            "--floor",
            "0");
    assertTrue(scored.err().contains("is made for the gate cosine:"), scored::err);
  }

  @Test
  void aGateNeedsAVector() {
    CommandRun run = generate("--gate", "kl:0.2");
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("--gate needs --vector."), run::err);
  }

  @Test
  void aWordThatIsNoGateIsWrongUse() {
    CommandRun run = generate("--vector", "sample", "--gate", "kl:much");
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("“kl:much” is not a gate: “much” is not a number."), run::err);
  }

  @Test
  void aProbeThatIsNotThereIsNamed() {
    CommandRun run = generate("--vector", "sample", "--gate", "cosine:nowhere.pt@3>0.1");
    assertEquals(1, run.exitCode());
    assertTrue(run.err().contains("nowhere.pt"), run::err);
    CommandRun layer = generate("--vector", "sample", "--gate", "cosine:sample@77>0.1");
    assertEquals(1, layer.exitCode());
    assertTrue(layer.err().contains("has no layer 77"), layer::err);
  }
}
