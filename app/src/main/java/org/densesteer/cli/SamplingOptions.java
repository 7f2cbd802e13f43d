package org.densesteer.cli;

import java.util.ArrayList;
import java.util.List;
import org.densesteer.common.FaultException;
import org.densesteer.generation.Sampling;
import org.densesteer.model.checkpoint.GenerationDefaults;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** How tokens are chosen, and how many. */
final class SamplingOptions {

  @Spec(Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(
      names = "--temperature",
      defaultValue = "0",
      paramLabel = "T",
      description = "0 for the most likely token always (default), else the divisor of the logits.")
  private double temperature;

  @Option(
      names = "--top-p",
      defaultValue = "1",
      paramLabel = "P",
      description = "Probability mass that is kept when sampling (default: ${DEFAULT-VALUE}).")
  private double topP = 1;

  @Option(
      names = "--top-k",
      defaultValue = "0",
      paramLabel = "K",
      description = "Likeliest tokens that are kept when sampling; 0 for all (default).")
  private int topK;

  @Option(
      names = "--repetition-penalty",
      paramLabel = "R",
      description =
          "Holds down tokens that prompt or answer have already, greedy or not; 1 for none (default:"
              + " what the checkpoint's generation_config.json says, as in transformers).")
  private @Nullable Double repetitionPenalty;

  @Option(
      names = "--seed",
      defaultValue = "0",
      paramLabel = "N",
      description =
          "Decides the noise that tokens are drawn with: the same seed gives the same tokens, and"
              + " arms part only where their probabilities do (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--ignore-eos",
      description = "Go on after an end-of-text token, up to the longest length.")
  private boolean ignoreEndOfText;

  @Option(
      names = "--max-tokens",
      defaultValue = "256",
      paramLabel = "N",
      description = "Longest answer in tokens (default: ${DEFAULT-VALUE}).")
  private int maxTokens;

  /** What was asked for, with the checkpoint's repetition penalty unless another one was. */
  Sampling sampling(GenerationDefaults defaults) {
    return repetitionPenalty == null
        ? sampling().penalised(defaults.repetitionPenalty())
        : sampling();
  }

  /** Checks what was asked for, and says which of it changes nothing. */
  void check() {
    if (!sampling().greedy()) {
      return;
    }
    List<String> idle = new ArrayList<>();
    if (topP != 1) {
      idle.add("--top-p");
    }
    if (topK != 0) {
      idle.add("--top-k");
    }
    if (!idle.isEmpty()) {
      Notes.say(
          command(),
          "At temperature 0 the likeliest token is taken always, so "
              + String.join(" and ", idle)
              + (idle.size() == 1 ? " changes nothing." : " change nothing."));
    }
  }

  /** What was asked for. */
  Sampling sampling() {
    try {
      return new Sampling(
          temperature, topK, topP, repetitionPenalty == null ? 1 : repetitionPenalty, seed);
    } catch (FaultException e) {
      throw new ParameterException(command().commandLine(), e.getMessage());
    }
  }

  int maxTokens() {
    Checks.atLeastOne(command(), "--max-tokens", maxTokens);
    return maxTokens;
  }

  boolean ignoreEndOfText() {
    return ignoreEndOfText;
  }

  private CommandSpec command() {
    if (spec == null) {
      throw new IllegalStateException("the options were not read by the command line");
    }
    return spec;
  }
}
