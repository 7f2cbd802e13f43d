package org.densesteer.cli;

import java.nio.file.Path;
import org.densesteer.evaluation.plan.SweepSetup;
import org.densesteer.evaluation.problems.ProblemFiles;
import org.densesteer.evaluation.problems.ProblemSet;
import org.densesteer.evaluation.problems.SampleProblems;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What is asked, and how it is split. */
final class SweepProblemOptions {

  @Option(
      names = "--problems",
      required = true,
      paramLabel = "FILE",
      description =
          "JSON lines with 'question' and 'answer' (GSM8K, MATH-500 and AMC are known too);"
              + " 'sample' are the sample model's.")
  private String problems = SweepSetup.SAMPLE;

  @Option(names = "--limit", paramLabel = "N", description = "Only the first N problems.")
  private @Nullable Integer limit;

  @Option(
      names = "--split",
      defaultValue = "0",
      paramLabel = "SHARE",
      description =
          "Share of the problems on which layer and strength are chosen; the others report the"
              + " choice (default: no split).")
  private double split;

  @Option(
      names = "--seed",
      defaultValue = "0",
      paramLabel = "N",
      description =
          "Decides the split, the random placebos and the intervals (default:"
              + " ${DEFAULT-VALUE}).")
  private long seed;

  String problemsName() {
    return problems;
  }

  ProblemSet read(CommandSpec command) {
    if (limit != null) {
      Checks.atLeastOne(command, "--limit", limit);
    }
    ProblemSet set =
        problems.equals(SweepSetup.SAMPLE)
            ? SampleProblems.load()
            : ProblemFiles.read(Path.of(problems));
    return limit == null ? set : set.first(limit);
  }

  double split(CommandSpec command) {
    if (!(split >= 0 && split < 1)) {
      throw new ParameterException(
          command.commandLine(), "--split must be at least 0 and below 1, not " + split + ".");
    }
    return split;
  }

  long seed() {
    return seed;
  }
}
