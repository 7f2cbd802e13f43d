package org.densesteer.notebook;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.densesteer.common.Texts;
import org.densesteer.steering.Operator;

/**
 * A run in a list of runs: small, whatever the run holds.
 *
 * @param id the run
 * @param made when it ended
 * @param question the first part of what was asked
 * @param settings what else it was made with, name to value, in the order in which they are told
 * @param arms its answers
 */
public record RunSummary(
    String id, Instant made, String question, Map<String, String> settings, List<ArmSummary> arms) {

  private static final int LONGEST_QUESTION = 400;
  private static final int LONGEST_SETTING = 160;
  private static final int MOST_ARMS = 8;

  /** Freezes map and list. */
  public RunSummary {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    arms = List.copyOf(arms);
  }

  /** What a list tells of a run. */
  public static RunSummary of(Run run) {
    return new RunSummary(
        run.id(),
        run.made(),
        cut(run.prompt().question(), LONGEST_QUESTION),
        settings(run),
        run.arms().stream().limit(MOST_ARMS).map(ArmSummary::of).toList());
  }

  private static Map<String, String> settings(Run run) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("model", run.model().id());
    settings.put("arithmetic", run.model().precision());
    String system = run.prompt().system();
    if (system != null) {
      settings.put("system", system);
    }
    if (!run.prompt().variables().isEmpty()) {
      settings.put("template", run.prompt().variables().json());
    }
    settings.put("decoding", RunWords.decoding(run.decoding()));
    run.arms().stream()
        .filter(arm -> !arm.steerings().isEmpty())
        .findFirst()
        .ifPresent(arm -> steering(settings, arm));
    settings.replaceAll((name, value) -> cut(value, LONGEST_SETTING));
    return settings;
  }

  private static void steering(Map<String, String> settings, RunArm arm) {
    if (arm.steerings().size() > 1) {
      settings.put(
          "mix",
          arm.steerings().stream().map(RunWords::steering).collect(Collectors.joining("; ")));
    } else {
      RunSteering only = arm.steerings().get(0);
      settings.put("vector", only.vector());
      settings.put("layer", Integer.toString(only.layer()));
      if (only.operator() != Operator.ABLATE) {
        settings.put("λ", RunWords.number(only.strength()));
      }
      settings.put("operator", only.operator().words());
      settings.put("positions", only.positions().words());
      if (!only.gate().constant()) {
        settings.put("gate", only.gate().words());
      }
    }
    if (!arm.changes().isEmpty()) {
      settings.put(
          "live change",
          arm.changes().stream()
              .map(
                  change ->
                      Texts.of(
                          "%s from token %d on",
                          change.steerings().stream()
                              .map(RunWords::steering)
                              .collect(Collectors.joining("; ")),
                          change.token() + 1))
              .collect(Collectors.joining(", ")));
    }
  }

  static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
  }
}
