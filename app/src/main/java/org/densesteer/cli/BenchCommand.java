package org.densesteer.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.densesteer.bench.BenchReport;
import org.densesteer.bench.Benchmark;
import org.densesteer.bench.LongBenchmark;
import org.densesteer.bench.MemorySteps;
import org.densesteer.bench.RerunBenchmark;
import org.densesteer.common.Cancellation;
import org.densesteer.common.Progress;
import org.densesteer.generation.ModelSession;
import org.densesteer.model.ModelInfo;
import org.densesteer.model.Precision;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
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
      "Each number of rows reads a random prompt and decodes it in one batch, in turns over several",
      "rounds; medians are printed. Compare figures only when they were taken in turns on an idle",
      "machine.",
      "",
      "--json writes the figures in milliseconds, tokens a second and bytes: results, one for each",
      "number of rows; long_prompts and scored_answers, one for each length, with tokens, ms,",
      "tokens_per_second, peak_rss_bytes and each_round; memory, one for each step, with before_bytes,",
      "after_bytes and peak_bytes; rerun, one for each share of right tokens, with share,",
      "plain_tokens_per_second, draft_tokens_per_second and identical; against, one for each figure that both builds have, with figure,",
      "now, then and ratio. Lists that were not asked for are left out.",
      ""
    })
final class BenchCommand implements Callable<Integer> {

  /** Far more than any run has. */
  private static final int MOST_ROWS = 1024;

  @Spec private CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private BenchSource source = new BenchSource();

  @Mixin private PrecisionOption precision = new PrecisionOption();

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

  @Option(
      names = "--rounds",
      defaultValue = "3",
      paramLabel = "N",
      description = "How often everything is measured (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--rerun",
      split = ",",
      paramLabel = "SHARE",
      description =
          "Also gives a steered answer of --new-tokens once more, with a draft of which this share of"
              + " the tokens, 0 to 1, is right: the answer with the rest replaced in runs of two"
              + " tokens or so, as the sample model's answers differ when the strength moves by 0.1."
              + " Several separated by commas.")
  private double[] rerun = {};

  @Option(
      names = "--keep",
      paramLabel = "DIR",
      description = "Where the random weights of --shape stay; used again when they are there.")
  private @Nullable Path keep;

  @Mixin private BenchExtras extras = new BenchExtras();

  @Mixin private OutputOptions output = new OutputOptions();

  @Override
  public Integer call() {
    Checks.atLeastOne(spec, "--prompt-tokens", promptTokens);
    Checks.atLeastOne(spec, "--new-tokens", newTokens);
    Checks.atLeastOne(spec, "--rounds", rounds);
    for (int count : rows) {
      Checks.atLeastOne(spec, "--rows", count);
      Checks.atMost(spec, "--rows", MOST_ROWS, count);
    }
    for (double share : rerun) {
      Checks.share(spec, "--rerun", share);
    }
    extras.check(spec);
    Progress progress = new ProgressLines(spec.commandLine().getErr());
    BenchReport report =
        source.with(keep, progress, folder -> measure(folder, precision.precision()));
    PrintWriter out = spec.commandLine().getOut();
    out.println(extras.text(report, output.json()));
    return 0;
  }

  private BenchReport measure(Path folder, Precision wanted) {
    long start = System.nanoTime();
    MemorySteps memory = new MemorySteps();
    try (ModelSession session =
        memory.during(
            "load", () -> ModelSession.open(folder, wanted, Progress.NONE, new Cancellation()))) {
      double loadMs = (System.nanoTime() - start) / 1e6;
      ModelInfo info = session.info();
      extras.requireSame(info, promptTokens, newTokens);
      Benchmark benchmark = new Benchmark(session, promptTokens, newTokens);
      memory.during("first token", benchmark::firstToken);
      double firstTokenMs = (System.nanoTime() - start) / 1e6;
      memory.during("warm-up", () -> benchmark.warmUp(rows));
      for (int round = 0; round < rounds; round++) {
        memory.during("round of all rows", () -> benchmark.round(rows));
      }
      LongBenchmark texts = new LongBenchmark(session, memory);
      for (int round = 0; round < rounds; round++) {
        texts.readPrompts(extras.prompts());
        texts.score(extras.answers());
      }
      RerunBenchmark reruns = new RerunBenchmark(session, promptTokens, newTokens);
      if (rerun.length > 0) {
        memory.during("warm-up of drafts", () -> reruns.warmUp(rerun));
      }
      for (int round = 0; round < rounds && rerun.length > 0; round++) {
        memory.during("round of drafts", () -> reruns.round(rerun));
      }
      return new BenchReport(
          info.name(),
          info.precision(),
          info.precisionReason(),
          info.fileBytes(),
          promptTokens,
          newTokens,
          rounds,
          loadMs,
          firstTokenMs,
          benchmark.strengthChangeMs(),
          memory.most(),
          memory.now(),
          Arrays.stream(rows).mapToObj(benchmark::result).toList(),
          Arrays.stream(extras.prompts()).mapToObj(texts::prompt).toList(),
          Arrays.stream(extras.answers()).mapToObj(texts::scored).toList(),
          extras.memory() ? memory.all() : List.of(),
          Arrays.stream(rerun).mapToObj(reruns::result).toList());
    }
  }
}
