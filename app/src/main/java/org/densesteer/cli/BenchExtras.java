package org.densesteer.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.densesteer.bench.BenchReport;
import org.densesteer.bench.Comparison;
import org.densesteer.common.Json;
import org.densesteer.model.ModelInfo;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/**
 * What {@code bench} measures only where it is asked for, and the other build it is held against.
 */
final class BenchExtras {

  @Option(
      names = "--long",
      split = ",",
      paramLabel = "N",
      description =
          "Also reads prompts of these lengths, and tells the time and the peak of memory of each.")
  private int[] prompts = {};

  @Option(
      names = "--score",
      split = ",",
      paramLabel = "N",
      description =
          "Also scores answers of these lengths, behind a prompt of 128 tokens and alone: the two"
              + " conventions of the NLL.")
  private int[] answers = {};

  @Option(
      names = "--memory",
      description = "Tells the physical memory before and after every step, and its peak.")
  private boolean memory;

  @Option(
      names = "--against",
      paramLabel = "FILE",
      description =
          "The saved --json of another build: prints each figure that both have, and this build's"
              + " divided by the other's.")
  private @Nullable Path against;

  private @Nullable Comparison comparison;

  /** Checks the options and reads the file of the other build. */
  void check(CommandSpec spec) {
    for (int length : prompts) {
      Checks.atLeastOne(spec, "--long", length);
    }
    for (int length : answers) {
      Checks.atLeastOne(spec, "--score", length);
    }
    comparison = against == null ? null : Comparison.with(against);
  }

  /** Refuses, before anything is measured, the figures of something else. */
  void requireSame(ModelInfo model, int promptTokens, int newTokens) {
    if (comparison != null) {
      ObjectNode known = Json.SNAKE_CASE.createObjectNode();
      known.put("precision", model.precision());
      known.put("weight_bytes", model.fileBytes());
      known.put("prompt_tokens", promptTokens);
      known.put("new_tokens", newTokens);
      comparison.requireSame(known);
    }
  }

  int[] prompts() {
    return prompts;
  }

  int[] answers() {
    return answers;
  }

  boolean memory() {
    return memory;
  }

  /** The report as it is printed, with the ratios to the other build. */
  String text(BenchReport report, boolean json) {
    ObjectNode node = Json.SNAKE_CASE.valueToTree(report);
    List<Comparison.Ratio> ratios = comparison == null ? List.of() : comparison.ratios(node);
    if (json) {
      if (comparison != null) {
        node.set("against", Json.SNAKE_CASE.valueToTree(ratios));
      }
      return Json.text(Json.SNAKE_CASE.writer(), node);
    }
    return report.readable()
        + ratios.stream()
            .map(ratio -> System.lineSeparator() + ratio)
            .collect(Collectors.joining());
  }
}
