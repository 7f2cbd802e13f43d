package org.densesteer.cli;

import org.densesteer.evaluation.plan.SweepSetup;
import org.densesteer.evaluation.problems.ProblemSet;
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
          "JSON lines, a JSON list, CSV or TSV with 'question' and 'answer'; the fields of GSM8K,"
              + " GSM-Plus, GSM-Symbolic, MGSM, SVAMP, ASDiv, MATH, AMC and lm-evaluation-harness's"
              + " sample logs are known, too; 'sample' are the sample model's.")
  private String problems = SweepSetup.SAMPLE;

  @Option(
      names = "--fields",
      paramLabel = "FIELDS",
      description =
          "Which fields are what, where they are not known: 'question=NAME,answer=NAME', to which"
              + " 'id=NAME' and 'rule=gsm8k' (a number) or 'rule=math' (a box) may be added."
              + " 'doc.question' is a field of a field, 'Body+Question' puts texts together.")
  private @Nullable String fields;

  @Option(
      names = "--leave-out-unmatchable",
      description =
          "Leave out problems whose answer no response can match, such as 'None'; without it a"
              + " file with such problems is refused.")
  private boolean leaveOut;

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
    return new NamedProblems(problems, fields, leaveOut, limit).read(command);
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
