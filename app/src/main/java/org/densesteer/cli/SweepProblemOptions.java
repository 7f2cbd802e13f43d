package org.densesteer.cli;

import org.densesteer.common.FaultException;
import org.densesteer.common.FileNames;
import org.densesteer.evaluation.plan.SweepSetup;
import org.densesteer.evaluation.problems.FieldMapping;
import org.densesteer.evaluation.problems.ProblemFiles;
import org.densesteer.evaluation.problems.ProblemReading;
import org.densesteer.evaluation.problems.ProblemSet;
import org.densesteer.evaluation.problems.SampleProblems;
import org.densesteer.evaluation.problems.UnknownFieldsException;
import org.densesteer.evaluation.problems.UnmatchableAnswersException;
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
    if (limit != null) {
      Checks.atLeastOne(command, "--limit", limit);
    }
    ProblemSet set = problems.equals(SweepSetup.SAMPLE) ? SampleProblems.load() : file();
    set.provenance().notes().forEach(command.commandLine().getErr()::println);
    return limit == null ? set : set.first(limit);
  }

  private ProblemSet file() {
    FieldMapping mapping = fields == null ? null : FieldMapping.parse(fields);
    try {
      return ProblemFiles.read(FileNames.path(problems), new ProblemReading(mapping, leaveOut));
    } catch (UnknownFieldsException e) {
      throw hint(e, " with --fields question=NAME,answer=NAME");
    } catch (UnmatchableAnswersException e) {
      throw leaveOut ? e : hint(e, "; --leave-out-unmatchable leaves such problems out");
    }
  }

  /** Says in the same sentence which option helps. */
  private static FaultException hint(FaultException e, String help) {
    String sentence = String.valueOf(e.getMessage());
    return new FaultException(sentence.substring(0, sentence.length() - 1) + help + ".", e);
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
