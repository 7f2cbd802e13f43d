package org.densesteer.ui.choice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.densesteer.chat.ChatFrame;
import org.densesteer.common.AppVersion;
import org.densesteer.common.Json;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.strip.StripCell;
import org.densesteer.figure.Origin;
import org.densesteer.model.ModelInfo;
import org.densesteer.notebook.RunSteering;
import org.densesteer.steering.Steering;

/**
 * What a two-choice test was made with.
 *
 * @param model the model in use
 * @param frame what stood around the question
 * @param question what was asked
 * @param first one continuation
 * @param second the other one
 * @param steering the vector and its layer; its strength is that of the panel and not used
 * @param cells the strengths
 */
record ChoiceOrigin(
    ModelInfo model,
    ChatFrame frame,
    String question,
    String first,
    String second,
    Steering steering,
    List<StripCell> cells) {

  /** The same for the files of figures. */
  Origin origin() {
    return new Origin(sentence(), Json.text(Json.COMPACT, settings()));
  }

  private String sentence() {
    return Texts.of(
        "“%s” or “%s” after: %s · %s at layer %d · %s (%s, %s)",
        first,
        second,
        question,
        steering.vector().name(),
        steering.layer(),
        model.name(),
        model.precision(),
        model.fingerprint());
  }

  private ObjectNode settings() {
    ObjectNode node = Json.object();
    node.put("exported_by", "densesteer " + AppVersion.number());
    ObjectNode test = node.putObject("two_choice_test");
    test.put("first", first).put("second", second).put("question", question);
    if (frame.system() != null) {
      test.put("system", frame.system());
    }
    if (!frame.variables().isEmpty()) {
      test.set("template_variables", Json.STRICT.valueToTree(frame.variables()));
    }
    test.putObject("model")
        .put("id", model.name())
        .put("fingerprint", model.fingerprint())
        .put("precision", model.precision());
    test.put("vector", steering.vector().name());
    test.put("vector_sha256", RunSteering.hash(steering.vector()));
    test.put("layer", steering.layer());
    test.put("positions", steering.positions().words());
    test.put("operator", steering.operator().id());
    cells.forEach(cell -> test.withArray("strengths").add(cell.strength()));
    return node;
  }
}
