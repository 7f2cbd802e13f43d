package org.densesteer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.densesteer.common.EmbeddedFiles;
import org.densesteer.notebook.RunSteering;
import org.densesteer.steering.format.VectorFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of the sample model, written to a session file and shown again. */
class RecordCommandTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("run.densesteer");
  }

  private CommandRun generate(String... more) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "generate",
                "--model",
                "sample",
                "--precision",
                "float32",
                "--chat",
                "Anna has 12 apples and buys 7 more. How many apples does Anna have?",
                "--max-tokens",
                "30",
                "--gold",
                "19",
                "--record",
                file().toString()));
    command.addAll(List.of(more));
    return CommandRun.of(command.toArray(String[]::new));
  }

  @Test
  void whatWasPrintedIsWhatIsShown() throws Exception {
    CommandRun made =
        generate(
            "--vector", "sample", "--layer", "4", "--strength", "0.4", "--seed", "3", "--json");
    assertEquals(0, made.exitCode(), made::err);
    JsonNode printed = MAPPER.readTree(made.out());
    CommandRun shown = CommandRun.of("show", file().toString(), "--json");
    assertEquals(0, shown.exitCode(), shown::err);
    assertEquals("", shown.err());
    JsonNode session = MAPPER.readTree(shown.out());
    assertEquals(1, session.get("version").asInt());
    assertEquals("sample-model", session.get("model").get("id").asText());
    assertEquals(16, session.get("model").get("fingerprint").asText().length());
    JsonNode run = session.get("runs").get(0);
    assertTrue(run.get("question").asText().startsWith("Anna has 12"));
    assertEquals(3, run.get("seed").asInt());
    assertEquals(2, run.get("arms").size());
    for (int arm = 0; arm < 2; arm++) {
      JsonNode own = printed.get("arms").get(arm);
      own.properties()
          .forEach(
              field ->
                  assertEquals(
                      field.getValue(),
                      shownArm(run, own.get("name").asText()).get(recorded(field.getKey())),
                      field.getKey()));
    }
    assertFalse(shownArm(run, "baseline").has("layer"));
    assertEquals(4, shownArm(run, "steered").get("layer").asInt());
    assertEquals(0.4, shownArm(run, "steered").get("strength").asDouble());
    CommandRun line = CommandRun.of("show", file().toString(), "--as", "command");
    assertEquals(0, line.exitCode(), line::err);
    assertTrue(line.out().contains(" --vector sample --layer 4 --strength=0.4 "), line::out);
    List<Double> times = new ArrayList<>();
    shownArm(run, "steered").get("token_milliseconds").forEach(ms -> times.add(ms.asDouble()));
    assertEquals(times.stream().sorted().toList(), times);
  }

  /** A run knows no file of its vector, but the session holds the vector. */
  @Test
  void theVectorOfACommandLineIsWrittenToAFile() throws Exception {
    Path own = folder.resolve("own.pt");
    assertEquals(0, CommandRun.of("convert", "sample", own.toString(), "--bake", "2").exitCode());
    String[] steering = {"--vector", own.toString(), "--layer", "4", "--strength", "0.2"};
    assertEquals(0, generate(steering).exitCode());
    CommandRun asked = CommandRun.of("show", file().toString(), "--as", "command");
    assertEquals(1, asked.exitCode());
    assertTrue(asked.err().contains("--vectors DIR writes it to a file in DIR"), asked::err);
    String there = folder.resolve("vectors").toString();
    String[] show = {"show", file().toString(), "--as", "command", "--vectors", there};
    CommandRun line = CommandRun.of(show);
    assertEquals(0, line.exitCode(), line::err);
    Path written = Files.list(folder.resolve("vectors")).findFirst().orElseThrow();
    assertTrue(line.out().contains(" --vector " + written + " --layer 4 "), line::out);
    assertTrue(line.err().contains("was written to " + written), line::err);
    assertEquals(
        RunSteering.hash(VectorFiles.read(own).vector()),
        RunSteering.hash(VectorFiles.read(written).vector()));
    CommandRun again = CommandRun.of(show);
    assertEquals(line.out(), again.out());
    assertEquals("", again.err());
    Files.copy(EmbeddedFiles.sampleVector(), written, StandardCopyOption.REPLACE_EXISTING);
    CommandRun other = CommandRun.of(show);
    assertEquals(1, other.exitCode());
    assertTrue(other.err().contains("holds another vector than own"), other::err);
    assertEquals(2, CommandRun.of("show", file().toString(), "--vectors", there).exitCode());
  }

  /** A record calls a figure of a token one. */
  private static String recorded(String printed) {
    return switch (printed) {
      case "strengths" -> "token_strength";
      case "kl" -> "token_kl";
      default -> printed;
    };
  }

  private static JsonNode shownArm(JsonNode run, String name) {
    for (JsonNode arm : run.get("arms")) {
      if (arm.get("name").asText().equals(name)) {
        return arm;
      }
    }
    throw new AssertionError(name);
  }

  @Test
  void aPersonReadsWhatWasAskedAndHowItEnded() {
    assertEquals(0, generate("--system", "Be brief.", "--ignore-eos").exitCode());
    CommandRun shown = CommandRun.of("show", file().toString());
    assertEquals(0, shown.exitCode(), shown::err);
    String text = shown.out();
    assertTrue(text.contains("model       sample-model, fingerprint "), text);
    assertTrue(text.contains("question    Anna has 12 apples"), text);
    assertTrue(text.contains("system      Be brief."), text);
    assertTrue(text.contains("decoding    greedy, at most 30 tokens, end of text ignored"), text);
    assertTrue(text.contains("30 tokens generated, cut at the limit of 30 tokens"), text);
  }

  @Test
  void aFileThatIsThereIsNotWrittenOverAndNothingIsComputed() throws Exception {
    Files.writeString(file(), "mine");
    CommandRun run = generate();
    assertEquals(1, run.exitCode());
    assertEquals("", run.out());
    assertTrue(run.err().contains("is not written over"), run::err);
    assertEquals("mine", Files.readString(file()));
  }

  @Test
  void theFilesNameMustSayWhatItIs() {
    CommandRun run =
        CommandRun.of("generate", "--model", "sample", "--chat", "x", "--record", "run.json");
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("--record must end in .densesteer"), run::err);
  }

  @Test
  void showRefusesWhatIsNoSessionInOneSentence() throws Exception {
    Files.writeString(file(), "hello");
    CommandRun run = CommandRun.of("show", file().toString());
    assertEquals(1, run.exitCode());
    assertEquals(1, run.err().lines().count(), run::err);
    assertTrue(run.err().contains("is not a session"), run::err);
  }
}
