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

/**
 * Problems as options name them.
 *
 * @param name a file, or 'sample'
 * @param fields which fields are what; null where they are known
 * @param leaveOut whether problems with answers that no response can match are left out
 * @param limit how many of the first are wanted; null for all
 */
record NamedProblems(
    String name, @Nullable String fields, boolean leaveOut, @Nullable Integer limit) {

  /** Reads them, and says on the error stream what there is to say of them. */
  ProblemSet read(CommandSpec command) {
    if (limit != null) {
      Checks.atLeastOne(command, "--limit", limit);
    }
    ProblemSet set = name.equals(SweepSetup.SAMPLE) ? SampleProblems.load() : file();
    set.provenance().notes().forEach(command.commandLine().getErr()::println);
    return limit == null ? set : set.first(limit);
  }

  private ProblemSet file() {
    FieldMapping mapping = fields == null ? null : FieldMapping.parse(fields);
    try {
      return ProblemFiles.read(FileNames.path(name), new ProblemReading(mapping, leaveOut));
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
}
