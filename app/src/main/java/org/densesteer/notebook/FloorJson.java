package org.densesteer.notebook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.densesteer.common.Json;
import org.densesteer.evaluation.strip.StripAnswer;
import org.densesteer.generation.StopReason;
import org.densesteer.metrics.AnswerMeasures;
import org.densesteer.notebook.RunFloor.RandomAnswer;

/** The random directions beside a run as JSON, one object for each seed. */
final class FloorJson {

  /** The field of a run. */
  static final String NAME = "floor";

  private FloorJson() {}

  static ArrayNode of(RunFloor floor) {
    ArrayNode list = Json.object().putArray(NAME);
    for (RandomAnswer random : floor.answers()) {
      StripAnswer answer = random.answer();
      ObjectNode node = list.addObject().put("seed", random.seed());
      node.setAll((ObjectNode) Json.SNAKE_CASE.valueToTree(answer.measures()));
      node.put("kl", Double.isFinite(answer.kl()) ? answer.kl() : null);
      node.put("answer", answer.given());
      if (answer.correct() != null) {
        node.put("correct", answer.correct());
      }
      node.put("degenerate", answer.degenerate()).put("stop", RunJson.word(answer.stop()));
      WordColumns.write(node, answer.words());
    }
    return list;
  }

  /** Reads them from the object that has them. */
  static RunFloor read(Fields fields) {
    List<RandomAnswer> answers = new ArrayList<>();
    for (Fields each : fields.objects(NAME)) {
      long seed = each.whole("seed");
      answers.add(
          new RandomAnswer(
              seed,
              new StripAnswer(
                  "",
                  each.textOrNull("answer"),
                  each.flagOrNull("correct"),
                  new AnswerMeasures(
                      each.integer("steps"),
                      each.integer("tokens"),
                      each.figure("density"),
                      each.figure("nll_with_prompt"),
                      each.figure("nll_response_only")),
                  each.figure("kl"),
                  each.flag("degenerate"),
                  each.parsed("stop", word -> RunJson.value(StopReason.class, word)),
                  WordColumns.read(each))));
      each.end();
    }
    return new RunFloor(answers);
  }
}
