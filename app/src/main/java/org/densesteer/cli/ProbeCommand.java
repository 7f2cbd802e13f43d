package org.densesteer.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.densesteer.common.Cancellation;
import org.densesteer.common.Json;
import org.densesteer.common.OutputPlace;
import org.densesteer.common.Progress;
import org.densesteer.extraction.AnswerKinds;
import org.densesteer.extraction.ContrastivePair;
import org.densesteer.extraction.ExtractionModel;
import org.densesteer.extraction.GateTrial;
import org.densesteer.extraction.MadeProbe;
import org.densesteer.extraction.PairFiles;
import org.densesteer.extraction.ProbeTexts;
import org.densesteer.extraction.QuestionTemplate;
import org.densesteer.extraction.SessionModel;
import org.densesteer.generation.ModelSession;
import org.densesteer.steering.CosineGate;
import org.densesteer.steering.Probe;
import org.densesteer.steering.Steering;
import org.densesteer.steering.format.ExportOptions;
import org.densesteer.steering.format.ExportReport;
import org.densesteer.steering.format.VectorFiles;
import org.densesteer.steering.format.VectorFormats;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
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
    header = "Make a probe that tells texts of one kind from others, for a cosine gate.",
    description = {
      "",
      "The probe is the mean hidden state at the last token of texts at which a gate is to open,",
      "less that of the others. Every second text of each kind is held out; the others make the",
      "probe and its bound, those that were held out judge them. Of answers every second one is",
      "held out as a whole, and --vector tries the gate on these.",
      ""
    })
final class ProbeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ModelOptions model = new ModelOptions();

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Source source = new Source();

  /** One of three. */
  static final class Source {

    @ArgGroup(exclusive = false)
    private @Nullable Questions questions;

    @ArgGroup(exclusive = false)
    private @Nullable ProbeAnswersOptions answers;

    @Option(
        names = "--pairs",
        paramLabel = "FILE",
        description =
            "Pairs of answers as 'extract' reads them, behind their questions: the gate is to open at"
                + " the end of the dense ones and to stay shut at that of the sparse ones; at least"
                + " 4.")
    private @Nullable Path pairs;
  }

  /** Questions of two kinds. */
  static final class Questions {

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
  }

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where the probe goes; the ending says in which format.")
  private Path target = Path.of("");

  @Mixin private ChatFrameOptions chat = new ChatFrameOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  @Override
  public Integer call() {
    ExportOptions options =
        ExportOptions.of(VectorFormats.forFileName(String.valueOf(target.getFileName())));
    OutputPlace.requireFile(target);
    ProbeAnswersOptions own = source.answers;
    List<String> questions = List.of();
    if (own != null) {
      own.check(spec);
      questions = own.questions(spec);
    }
    Function<ExtractionModel, ProbeTexts> texts =
        own == null ? texts() : read -> new ProbeTexts(List.of(), List.of());
    try (StopSignal signal = new StopSignal();
        ModelSession session = model.open()) {
      Cancellation cancellation = signal.cancellation();
      ExtractionModel read = new SessionModel(session, () -> token -> false);
      AnswerKinds kinds =
          own == null ? null : own.kinds(session, chat.frame(), questions, cancellation);
      ProbeTexts found = kinds == null ? texts.apply(read) : kinds.texts();
      Progress progress = new ProgressLines(spec.commandLine().getErr());
      MadeProbe made =
          MadeProbe.of(
              VectorFiles.baseName(target),
              session.info(),
              read,
              found.open(),
              found.shut(),
              progress,
              cancellation);
      ExportReport report = VectorFiles.write(made.vector(), options, target);
      report.warnings().forEach(w -> spec.commandLine().getErr().println("densesteer: " + w));
      CosineGate gate =
          new CosineGate(
              new Probe(made.vector(), made.best().layer()),
              made.best().bound(),
              source.questions != null);
      Steering steering = own == null ? null : own.steering(spec, gate);
      GateTrial trial =
          own == null || kinds == null || steering == null
              ? null
              : own.trial(session, kinds, steering, progress, cancellation);
      ProbeReport printed = ProbeReport.of(made, gate.text(target.toString()), trial);
      PrintWriter out = spec.commandLine().getOut();
      out.println(
          output.json()
              ? Json.text(Json.SNAKE_CASE.writer(), printed)
              : printed.readable(target, gate.once()));
      return 0;
    } catch (CancellationException e) {
      spec.commandLine().getErr().println("densesteer: The making of the probe was stopped.");
      return StopSignal.EXIT_CODE;
    }
  }

  /** Reads the files; what they give needs the model's tokens. */
  private Function<ExtractionModel, ProbeTexts> texts() {
    Questions two = source.questions;
    if (two != null) {
      List<String> on = ProbeTexts.questions(two.open);
      List<String> off = ProbeTexts.questions(two.shut);
      return read -> ProbeTexts.ofQuestions(read, chat.frame(), on, off);
    }
    if (source.pairs == null) {
      throw new IllegalStateException("neither questions nor pairs");
    }
    List<ContrastivePair> pairs = PairFiles.read(source.pairs);
    QuestionTemplate bare = new QuestionTemplate("{question}");
    return read -> ProbeTexts.ofPairs(read, bare, chat.frame(), pairs);
  }
}
