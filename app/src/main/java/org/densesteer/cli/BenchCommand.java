package org.densesteer.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.densesteer.generation.ModelSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures loading, memory, prompt and decoding speed of a checkpoint. */
@Command(
    name = "bench",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    header = "Measure load time, memory and speed of a checkpoint.",
    description = {
      "",
      "Each number of rows reads a random prompt and decodes it in one batch. Compare figures only",
      "when they were taken in turns on an idle machine.",
      ""
    })
final class BenchCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ModelOptions model = new ModelOptions();

  @Option(
      names = "--rows",
      split = ",",
      defaultValue = "1,2,4,8",
      paramLabel = "N",
      description = "Rows of the batch, separated by commas (default: ${DEFAULT-VALUE}).")
  private int[] rows = {};

  @Option(
      names = "--prompt-tokens",
      defaultValue = "128",
      paramLabel = "N",
      description = "Length of the prompt in tokens (default: ${DEFAULT-VALUE}).")
  private int promptTokens;

  @Option(
      names = "--new-tokens",
      defaultValue = "64",
      paramLabel = "N",
      description = "Tokens that each row decodes (default: ${DEFAULT-VALUE}).")
  private int newTokens;

  @Mixin private OutputOptions output = new OutputOptions();

  @Override
  public Integer call() {
    for (int count : rows) {
      Checks.atLeastOne(spec, "--rows", count);
    }
    Checks.atLeastOne(spec, "--prompt-tokens", promptTokens);
    Checks.atLeastOne(spec, "--new-tokens", newTokens);
    BenchReport report = measure();
    PrintWriter out = spec.commandLine().getOut();
    out.println(output.json() ? Json.of(report) : report.readable());
    return 0;
  }

  private BenchReport measure() {
    long start = System.nanoTime();
    try (ModelSession session = model.open()) {
      double loadMs = (System.nanoTime() - start) / 1e6;
      Benchmark benchmark = new Benchmark(session, promptTokens, newTokens);
      List<BenchReport.Rows> results = new ArrayList<>();
      for (int count : rows) {
        results.add(benchmark.measure(count));
      }
      OptionalLong peak = PeakMemory.bytes();
      return new BenchReport(loadMs, peak.isPresent() ? peak.getAsLong() : null, results);
    }
  }
}
