package org.densesteer.evaluation.plan;

import java.util.List;
import java.util.Optional;

/**
 * Names and places behind a plan, for people; they decide nothing.
 *
 * @param modelName what the model is called
 * @param modelDescription family, size, layers, a few words
 * @param vectorName what the vector is called
 * @param vectorSource its file, or how it was made
 * @param problemsName what the problem set is called
 * @param problemsSource its file, or a few words
 * @param command arguments of the command line that computes the sweep again, program first
 */
public record SweepOrigin(
    String modelName,
    String modelDescription,
    String vectorName,
    String vectorSource,
    String problemsName,
    String problemsSource,
    List<String> command) {

  /** Freezes the list. */
  public SweepOrigin {
    command = List.copyOf(command);
  }

  /** What an option of the command was given, such as {@code --model}; empty without it. */
  public Optional<String> argument(String option) {
    int at = command.indexOf(option);
    return at < 0 || at + 1 == command.size() ? Optional.empty() : Optional.of(command.get(at + 1));
  }
}
