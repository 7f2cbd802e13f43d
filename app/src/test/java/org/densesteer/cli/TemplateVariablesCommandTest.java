package org.densesteer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the embedded model with a template that reads variables. */
class TemplateVariablesCommandTest {

  private static final Path MODEL = Path.of("app", "sample-model");

  @TempDir Path folder;

  @BeforeEach
  void copyTheModel() throws IOException {
    try (Stream<Path> files = Files.list(MODEL)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    template("{{ messages[-1].content }}{% if not (think | default(true)) %} Answer: {% endif %}");
  }

  private void template(String source) throws IOException {
    Files.writeString(folder.resolve("chat_template.jinja"), source);
  }

  private CommandRun generate(String... more) {
    List<String> command =
        new ArrayList<>(
            List.of("generate", "--model", folder.toString(), "--max-tokens", "4", "--json"));
    command.addAll(List.of(more));
    return CommandRun.of(command.toArray(String[]::new));
  }

  private static JsonNode json(CommandRun run) throws IOException {
    assertEquals(0, run.exitCode(), run::err);
    return new ObjectMapper().readTree(run.out());
  }

  @Test
  void aVariableDecidesWhatTheModelReads() throws IOException {
    String question = "What is 2 + 3?";
    JsonNode off = json(generate("--chat", question, "--template-vars", "{\"think\": false}"));
    JsonNode same = json(generate("--prompt", question + " Answer: "));
    JsonNode plain = json(generate("--chat", question));
    assertEquals(same.get("arms"), off.get("arms"));
    assertFalse(off.get("arms").equals(plain.get("arms")));
    assertEquals("{\"think\":false}", off.get("template_variables").toString());
    assertFalse(plain.has("template_variables"));
  }

  @Test
  void whatATemplateCannotDoIsSaid() throws IOException {
    template("{{ messages[0].content }}\n{{ tools | random }}");
    CommandRun run = generate("--chat", "a", "--template-vars", "{\"tools\": [{}]}");
    assertEquals(1, run.exitCode());
    assertTrue(run.err().contains("line 2: the filter 'random' is not supported."), run::err);
  }

  @Test
  void helpExplainsThem() {
    for (String command : List.of("generate", "sweep", "extract")) {
      assertTrue(CommandRun.of(command, "--help").out().contains("--template-vars=JSON"), command);
    }
  }
}
