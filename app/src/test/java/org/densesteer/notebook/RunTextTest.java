package org.densesteer.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.densesteer.common.FaultException;
import org.densesteer.common.Json;
import org.junit.jupiter.api.Test;

class RunTextTest {

  private static final VectorsAtHand KNOWN =
      new VectorsAtHand() {
        @Override
        public Optional<String> file(RunVector wanted) {
          return Optional.of("terse vector.safetensors");
        }

        @Override
        public Optional<float[]> direction(RunSteering wanted) {
          return Optional.of(Runs.vector().direction(wanted.layer()));
        }
      };

  private final Run run = Runs.full("0123456789-abc", "Is it 50 % of a_b & {c}?\n");
  private final Run other = Runs.full("run-2", "Why ''' not?");

  @Test
  void latexIsABooktabsTableWithEscapesAndTheSettingsInAComment() {
    String text = RunText.LATEX.of(List.of(run, other), KNOWN);
    List<String> lines = text.lines().toList();
    assertTrue(lines.get(1).startsWith("% settings: {\"exported_by\":"), lines.get(1));
    assertTrue(lines.get(1).contains("\"seed\":42"), lines.get(1));
    assertEquals("% \\usepackage{booktabs}", lines.get(2));
    assertTrue(text.contains("\\label{tab:densesteer-01234567}\n"), text);
    assertTrue(text.contains("\\begin{tabular}{@{}lllrrrrrrll@{}}\n\\toprule\n"), text);
    assertTrue(
        text.contains("Is it 50 \\% of a\\_b \\& \\{c\\}? & baseline & nothing & 1 & "), text);
    assertTrue(text.contains("\\caption{Density is step tokens per step;"), text);
    assertTrue(text.contains("terse at layer 4, $\\lambda$ 1.6, add, keep $\\|$h$\\|$"), text);
    long rows = lines.stream().filter(line -> line.endsWith("\\\\")).count();
    assertEquals(1 + 3 + 3, rows);
    for (String line : lines) {
      if (line.endsWith("\\\\")) {
        assertEquals(10, line.replace("\\&", "").chars().filter(c -> c == '&').count(), line);
      }
    }
    String printed = text.lines().filter(line -> !line.startsWith("%")).toList().toString();
    assertTrue(printed.chars().allMatch(c -> c < 128), printed);
  }

  @Test
  void markdownOfSeveralRunsIsATableWithTheSettingsInAComment() {
    String text = RunText.MARKDOWN.of(List.of(run, other), KNOWN);
    assertTrue(text.contains("|---|---|---|--:|--:|--:|--:|--:|--:|---|---|\n"), text);
    assertTrue(text.contains("\n<!-- settings: {"), text);
    String comment = text.substring(text.indexOf("<!--") + 4, text.lastIndexOf("-->"));
    assertTrue(!comment.contains("--"), comment);
  }

  @Test
  void aCitationNamesVersionFingerprintVectorsAndRun() {
    String text = RunText.CITATION.of(List.of(run), KNOWN);
    String hash = run.arms().get(1).steerings().get(0).vectorHash();
    assertTrue(
        text.startsWith(
            "The DenseSteer Workbench contributors. DenseSteer Workbench, version 0.1.0 (2026). Model"
                + " owner/name, fingerprint 0123456789abcdef; vector terse, SHA-256 "
                + hash
                + "; run 0123456789-abc.\n"),
        text);
    assertTrue(text.contains("@software{densesteer-01234567,\n"), text);
    assertTrue(text.contains("  year = {2026},\n"), text);
  }

  @Test
  void aProgramHoldsPromptTokensSteeringChangesAndDirections() throws Exception {
    String text = RunText.PYTHON.of(List.of(other), KNOWN);
    Matcher quoted = Pattern.compile("r'''\n(.*?)\n'''", Pattern.DOTALL).matcher(text);
    assertTrue(quoted.find());
    JsonNode node = Json.STRICT.readTree(quoted.group(1));
    assertEquals("Why ''' not?", node.get("question").textValue());
    JsonNode arm = node.get("arm");
    assertEquals("[1,7,9]", arm.get("prompt_ids").toString());
    assertEquals("[100,101,102]", arm.get("token_ids").toString());
    assertEquals(1, arm.get("changes").get(0).get("token").intValue());
    String hash = arm.get("steering").get(0).get("vector_sha256").textValue();
    ByteBuffer values =
        ByteBuffer.wrap(
                Base64.getDecoder().decode(node.get("directions").get(hash + "@1").textValue()))
            .order(ByteOrder.LITTLE_ENDIAN);
    assertEquals(12, values.remaining());
    assertEquals(0.1f, values.getFloat(4));
    assertEquals(2, node.get("directions").size());
  }

  @Test
  void whatCannotBeIsSaid() {
    assertThrows(FaultException.class, () -> RunText.PYTHON.of(List.of(run, other), KNOWN));
    FaultException changed =
        assertThrows(FaultException.class, () -> RunText.COMMAND.of(List.of(run), KNOWN));
    assertTrue(changed.getMessage().startsWith("The strength was changed"));
  }
}
