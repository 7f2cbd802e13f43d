package org.densesteer.evaluation.problems;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.densesteer.common.Json;
import org.densesteer.common.KeptFile;

/**
 * Questions of a person, one JSON object a line with {@code id}, {@code question} and, where it is
 * known, {@code answer}: where all have one, a problem file like any other.
 */
public final class OwnQuestionsFormat implements KeptFile.Format<List<OwnQuestion>> {

  @Override
  public List<OwnQuestion> read(byte[] content) throws IOException {
    List<OwnQuestion> questions = new ArrayList<>();
    for (String line : new String(content, StandardCharsets.UTF_8).lines().toList()) {
      if (!line.isBlank()) {
        JsonNode node = Json.LENIENT.readTree(line);
        String question = node.path("question").asText("");
        if (question.isBlank()) {
          throw new IOException("a line holds no question");
        }
        questions.add(
            new OwnQuestion(
                    node.path("id").asText(Integer.toString(questions.size() + 1)), question, null)
                .answered(node.path("answer").asText("")));
      }
    }
    return questions;
  }

  @Override
  public void write(List<OwnQuestion> content, Path temporary) throws IOException {
    List<String> lines = new ArrayList<>();
    for (OwnQuestion each : content) {
      ObjectNode node = Json.object().put("id", each.id()).put("question", each.question());
      if (each.answer() != null) {
        node.put("answer", each.answer());
      }
      lines.add(Json.text(Json.COMPACT, node));
    }
    Files.write(temporary, lines);
  }
}
