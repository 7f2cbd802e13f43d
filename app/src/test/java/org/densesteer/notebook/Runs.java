package org.densesteer.notebook;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.densesteer.chat.ChatFrame;
import org.densesteer.chat.TemplateVariables;
import org.densesteer.generation.Alternative;
import org.densesteer.generation.Arm;
import org.densesteer.generation.Prompt;
import org.densesteer.generation.Sampler;
import org.densesteer.generation.Sampling;
import org.densesteer.generation.SteeringChange;
import org.densesteer.generation.StopReason;
import org.densesteer.generation.TokenEvent;
import org.densesteer.generation.Trace;
import org.densesteer.metrics.answer.AnswerChecker;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Positions;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;

/** Runs made by hand, with a value in every field. */
public final class Runs {

  private static final String QUESTION = "What is 2 + 3?";

  private Runs() {}

  /** A vector of two layers, three wide. */
  public static SteeringVector vector() {
    return new SteeringVector(
        "terse",
        3,
        new TreeMap<>(Map.of(1, new float[] {1, 0.1f, -2}, 4, new float[] {0, 3, 0})),
        VectorMetadata.EMPTY);
  }

  /** A run of a baseline and a steered arm, steered anew at its second token. */
  public static Run full() {
    return full("run-1", QUESTION);
  }

  /** The same with another id and question. */
  public static Run full(String id, String question) {
    AnswerChecker gold = AnswerChecker.of("5");
    Steering first = new Steering(vector(), 4, 1.6, Positions.fromStep(2), Operator.ADD_KEEP_NORM);
    Trace baseline =
        trace(Arm.baseline(), StopReason.END_OF_TEXT, List.of(), "<think>2+3", "</think>", " 5");
    Trace steered =
        trace(
            Arm.steered(first),
            StopReason.LENGTH,
            List.of(new SteeringChange(1, List.of(Steering.everywhere(vector(), 1, 0.3)))),
            "It is\n\n",
            "4.",
            "\u00e9");
    RunPrompt prompt = prompt(question, "Think.", gold.accepted());
    return new Run(
        id,
        Instant.parse("2026-05-04T12:00:00.123Z"),
        "0.1.0",
        new RunModel("owner/name", "/models/name", "0123456789abcdef", "int8", 6, 3, 512),
        prompt,
        new RunDecoding(new Sampling(0.7, 40, 0.9, 1.1, 42), Sampler.NOISE_VERSION, 3, false),
        List.of(
            arm(baseline, gold).keptFrom("run-0"),
            arm(steered, gold),
            arm(baseline, gold)
                .named("concise")
                .reading(prompt(question, "Be concise.", List.of()))));
  }

  private static RunArm arm(Trace trace, AnswerChecker gold) {
    return RunArm.of(trace, text -> text.isBlank() ? 0 : text.strip().split("\\s+").length, gold);
  }

  private static RunPrompt prompt(String question, String system, List<String> gold) {
    return RunPrompt.chat(
        question,
        new ChatFrame(system, TemplateVariables.of(Map.of("enable_thinking", true))),
        new Prompt("<s>" + question, new int[] {1, 7, 9}),
        gold);
  }

  private static Trace trace(
      Arm arm, StopReason stop, List<SteeringChange> changes, String... texts) {
    List<TokenEvent> tokens = new java.util.ArrayList<>();
    for (String text : texts) {
      int i = tokens.size();
      tokens.add(
          new TokenEvent(
              0,
              i,
              100 + i,
              text,
              0.1 * (i + 1),
              0.9,
              1 + i,
              0.01 * i,
              arm.isSteered() ? 0.5 : Double.NaN,
              0.2,
              1.6,
              List.of(new Alternative(100 + i, text, 0.9), new Alternative(3, "\"\n", 0.05)),
              10.5 * (i + 1)));
    }
    return new Trace(
        arm, tokens, String.join("", texts), stop, new double[] {1.5, 2.5}, 33.3, false, changes);
  }
}
