package org.densesteer.cli;

import java.util.concurrent.Callable;
import org.densesteer.common.Json;
import org.densesteer.diagnosis.Diagnosis;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what the program runs on and whether it works there. */
@Command(
    name = "doctor",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    header = "Say what the program runs on and whether it works there.",
    description = {
      "",
      "Versions, processor, memory, folders and the room in them, and a test of a second or two:",
      "the sample model's logits against those of another library. The exit code is 1 when",
      "something does not work.",
      ""
    })
final class DoctorCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--hub",
      description = "Ask the Hugging Face hub whether it can be reached; else nothing is sent.")
  private boolean hub;

  @Mixin private OutputOptions output = new OutputOptions();

  @Override
  public Integer call() {
    Diagnosis diagnosis = Diagnosis.make(hub);
    spec.commandLine()
        .getOut()
        .println(output.json() ? Json.text(Json.PRETTY, diagnosis.json()) : diagnosis.text());
    return diagnosis.problems().isEmpty() ? 0 : 1;
  }
}
