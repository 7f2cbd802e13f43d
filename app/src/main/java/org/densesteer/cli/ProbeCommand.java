package org.densesteer.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.densesteer.common.OutputPlace;
import org.densesteer.common.ShellCommand;
import org.densesteer.common.Texts;
import org.densesteer.extraction.ExtractionModel;
import org.densesteer.extraction.MadeProbe;
import org.densesteer.extraction.ProbeSearch;
import org.densesteer.extraction.ProbeTexts;
import org.densesteer.extraction.SessionModel;
import org.densesteer.generation.ModelSession;
import org.densesteer.steering.format.ExportOptions;
import org.densesteer.steering.format.ExportReport;
import org.densesteer.steering.format.VectorFiles;
import org.densesteer.steering.format.VectorFormats;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the probe of a cosine gate. */
@Command(
    name = "probe",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    header = "Make a probe that tells questions of one kind from others, for a cosine gate.",
    description = {
      "",
      "The probe is the mean hidden state at the last token of prompts at which a gate is to open,",
      "less that of the others. Every second question of each file is held out; the others make",
      "the probe and its bound, those that were held out judge them.",
      ""
    })
final class ProbeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ModelOptions model = new ModelOptions();

  @Option(
      names = "--open",
      required = true,
      paramLabel = "FILE",
      description = "Questions at which the gate is to open, one a line; at least 4.")
  private Path open = Path.of("");

  @Option(
      names = "--shut",
      required = true,
      paramLabel = "FILE",
      description = "Questions at which it is to stay shut, one a line; at least 4.")
  private Path shut = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where the probe goes; the ending says in which format.")
  private Path target = Path.of("");

  @Mixin private ChatFrameOptions chat = new ChatFrameOptions();

  @Override
  public Integer call() {
    ExportOptions options =
        ExportOptions.of(VectorFormats.forFileName(String.valueOf(target.getFileName())));
    OutputPlace.requireFile(target);
    List<String> on = ProbeTexts.questions(open);
    List<String> off = ProbeTexts.questions(shut);
    try (StopSignal signal = new StopSignal();
        ModelSession session = model.open()) {
      ExtractionModel read = new SessionModel(session, () -> token -> false);
      ProbeTexts texts = ProbeTexts.ofQuestions(read, chat.frame(), on, off);
      MadeProbe made =
          MadeProbe.of(
              VectorFiles.baseName(target),
              session.info(),
              read,
              texts.open(),
              texts.shut(),
              new ProgressLines(spec.commandLine().getErr()),
              signal.cancellation());
      ExportReport report = VectorFiles.write(made.vector(), options, target);
      report.warnings().forEach(w -> spec.commandLine().getErr().println("densesteer: " + w));
      print(made.layers(), made.best());
    }
    return 0;
  }

  private void print(List<ProbeSearch.Found> layers, ProbeSearch.Found best) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("layer     bound  balanced accuracy  held out");
    for (ProbeSearch.Found found : layers) {
      out.println(
          Texts.of(
              "%5d %9.5f %16.0f %% %7.0f %%%s",
              found.layer(),
              found.bound(),
              100 * found.fitted(),
              100 * found.heldOut(),
              found == best ? "  <" : ""));
    }
    out.println("Wrote " + target + ". Its gate, decided once from the prompt:");
    out.println(
        "  "
            + ShellCommand.of(
                List.of(
                    "--gate",
                    "cosine-prompt:" + target + "@" + best.layer() + ">" + best.bound())));
  }
}
