package org.densesteer.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The root command: it only holds the others. */
@Command(
    name = "densesteer",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    synopsisSubcommandLabel = "COMMAND",
    header = "Steer a small language model by hand, and see whether the effect is real.",
    description = {
      "",
      "Without arguments the window opens. Each command below does one of its jobs without it;",
      "'densesteer COMMAND --help' explains one.",
      ""
    },
    subcommands = {
      GenerateCommand.class,
      ShowCommand.class,
      ScoreCommand.class,
      BenchCommand.class,
      InspectCommand.class,
      ConvertCommand.class,
      ExtractCommand.class,
      StripCommand.class,
      LogOddsCommand.class,
      ProbeCommand.class,
      SweepCommand.class,
      MergeCommand.class,
      ReportCommand.class,
      TrainSampleCommand.class,
      SampleVectorCommand.class,
      DoctorCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:The command did its job.",
      "1:It failed; one sentence on standard error says why.",
      "2:It was called wrongly."
    },
    footer = {
      "",
      "Layers are decoder blocks counted from 0. Strength is the factor of the vector.",
    })
final class DensesteerCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Log what happens and show where a failure came from, on standard error.")
  void debug(boolean on) {
    if (on) {
      System.setProperty("org.slf4j.simpleLogger.log.org.densesteer", "debug");
      for (String library : List.of("ai.djl", "ai.djl.huggingface.tokenizers.jni.LibUtils")) {
        System.setProperty("org.slf4j.simpleLogger.log." + library, "info");
      }
    }
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command.");
  }
}
