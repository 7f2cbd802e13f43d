package org.densesteer.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.densesteer.common.Texts;
import org.densesteer.generation.Sampling;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Positions;

/** What a run was made with and how it ended, in a person's words. */
public final class RunWords {

  private RunWords() {}

  /** Such as {@code greedy, at most 256 tokens}. */
  public static String decoding(RunDecoding decoding) {
    Sampling sampling = decoding.sampling();
    List<String> parts = new ArrayList<>();
    if (sampling.greedy()) {
      parts.add("greedy");
    } else {
      parts.add("temperature " + number(sampling.temperature()));
      if (sampling.topK() > 0) {
        parts.add("top-k " + sampling.topK());
      }
      if (sampling.topP() < 1) {
        parts.add("top-p " + number(sampling.topP()));
      }
      parts.add(Texts.of("seed %d (noise version %d)", sampling.seed(), decoding.noiseVersion()));
    }
    if (sampling.repetitionPenalty() != 1) {
      parts.add("repetition penalty " + number(sampling.repetitionPenalty()));
    }
    parts.add("at most " + decoding.maxTokens() + " tokens");
    if (decoding.ignoreEndOfText()) {
      parts.add("end of text ignored");
    }
    return String.join(", ", parts);
  }

  /** Lines about an arm: what steered it, where that changed, and how it ended. */
  public static List<String> settings(Run run, RunArm arm) {
    List<String> lines = new ArrayList<>();
    arm.steerings().forEach(each -> lines.add(steering(each)));
    for (RunChange change : arm.changes()) {
      lines.add(
          Texts.of(
              "from token %d on: %s",
              change.token() + 1,
              change.steerings().stream()
                  .map(RunWords::steering)
                  .collect(Collectors.joining("; "))));
    }
    if (arm.prompt() != null && arm.prompt().system() != null) {
      lines.add("reads another system turn: " + arm.prompt().system());
    }
    lines.add(end(run, arm));
    if (arm.keptFrom() != null) {
      lines.add("taken over from an earlier run of the same settings");
    }
    return lines;
  }

  /** Such as {@code v at layer 5, λ 0.4}; operator and positions where they are not the usual. */
  public static String steering(RunSteering steering) {
    StringBuilder line = new StringBuilder(steering.vector()).append(" at layer ");
    line.append(steering.layer());
    if (steering.operator() != Operator.ABLATE) {
      line.append(", λ ").append(number(steering.strength()));
    }
    if (steering.operator() != Operator.ADD) {
      line.append(", ").append(steering.operator().words());
    }
    if (!steering.positions().equals(Positions.EVERYWHERE)) {
      line.append(", ").append(steering.positions().words());
    }
    if (!steering.gate().constant()) {
      line.append(", ").append(steering.gate().words());
    }
    return line.toString();
  }

  /** How an arm ended, and whose limit cut it. */
  public static String end(Run run, RunArm arm) {
    int tokens = arm.answer().tokens().size();
    String generated = Texts.of("%d tokens generated, ", tokens);
    String repeats = arm.figures().repeats() ? ", and repeats itself" : "";
    return generated
        + switch (arm.answer().stopReason()) {
          case END_OF_TEXT -> "ended by the model";
          case CANCELLED -> "stopped by a person";
          case LENGTH -> "cut at " + limit(run, tokens);
        }
        + repeats;
  }

  /** Whose limit an answer of so many tokens has reached. */
  public static String limit(Run run, int tokens) {
    return tokens >= run.decoding().maxTokens()
        ? Texts.of("the limit of %d tokens", run.decoding().maxTokens())
        : Texts.of("the model's %d positions", run.model().maxPositions());
  }

  static String number(double value) {
    String text = Double.toString(value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
