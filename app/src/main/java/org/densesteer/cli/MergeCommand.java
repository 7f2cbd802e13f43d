package org.densesteer.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.densesteer.common.ShellCommand;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.plan.SweepArm;
import org.densesteer.evaluation.results.ShardMerge;
import org.densesteer.evaluation.results.SweepFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts the shards of a sweep together. */
@Command(
    name = "merge",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    header = "Put the shards of a sweep together.",
    description = {
      "",
      "DIR gets what one process would have written: the same answers in the same order, to the",
      "byte where all shards ran on one kind of processor. The best cell is chosen then; the",
      "placebos and the test part follow when the sweep in DIR is resumed, with the command that",
      "is printed.",
      ""
    })
final class MergeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the merged sweep; it must not hold one yet.")
  private Path out = Path.of("");

  @Parameters(
      arity = "1..*",
      paramLabel = "SHARD",
      description =
          "Folders of all shards, in any order; of a folder with attempt-0, attempt-1 and so on,"
              + " the last attempt counts.")
  private List<Path> shards = List.of();

  @Override
  public Integer call() {
    ShardMerge.Outcome outcome = ShardMerge.merge(shards, new SweepFolder(out));
    warn("on different kinds of processor", "; ", outcome.processors());
    warn("with different numbers of threads", ", ", outcome.threads());
    PrintWriter lines = spec.commandLine().getOut();
    lines.println(Texts.of("Merged %,d answers into %s.", outcome.answers(), out));
    lines.println(
        outcome
            .chosen()
            .map(SweepArm::describe)
            .map(cell -> "Chosen: " + cell + ".")
            .orElse("No cell is fit to be chosen."));
    if (outcome.toBeChecked()) {
      List<String> command = new ArrayList<>(outcome.command());
      command.add("--resume");
      lines.println("Its check is still to be computed: " + ShellCommand.of(command));
    }
    return 0;
  }

  private void warn(String how, String between, Set<?> found) {
    if (found.size() > 1) {
      spec.commandLine()
          .getErr()
          .println(
              Texts.of(
                  "densesteer: The shards were computed %s (%s), so last bits may differ from those"
                      + " of a single machine.",
                  how, found.stream().map(String::valueOf).collect(Collectors.joining(between))));
    }
  }
}
