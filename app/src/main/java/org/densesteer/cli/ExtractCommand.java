package org.densesteer.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.densesteer.common.Cancellation;
import org.densesteer.common.OutputPlace;
import org.densesteer.common.Progress;
import org.densesteer.common.Texts;
import org.densesteer.extraction.ContrastivePair;
import org.densesteer.extraction.DifferenceStore;
import org.densesteer.extraction.ExtractedVector;
import org.densesteer.extraction.ExtractionMethod;
import org.densesteer.extraction.ExtractionModel;
import org.densesteer.extraction.ExtractionRecipe;
import org.densesteer.extraction.LayerReport;
import org.densesteer.extraction.PairDifferences;
import org.densesteer.extraction.PairFiles;
import org.densesteer.extraction.PairReader;
import org.densesteer.extraction.QuestionTemplate;
import org.densesteer.extraction.Reading;
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

/** Makes a steering vector from contrastive pairs. */
@Command(
    name = "extract",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    header = "Make a steering vector from contrastive pairs.",
    description = {
      "",
      "For every decoder block: the mean over pairs of the hidden state of question and dense",
      "answer minus that of question and sparse answer. Prints each block's norm, its cosine to",
      "the block before, the share of pairs that point the same way as a direction made without",
      "them, and their mean cosine with it.",
      ""
    })
final class ExtractCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ModelOptions model = new ModelOptions();

  @Option(
      names = "--pairs",
      required = true,
      paramLabel = "FILE",
      description = "JSON lines with the texts 'question', 'sparse' and 'dense'.")
  private Path pairsFile = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The vector file to write; its ending names the format.")
  private Path target = Path.of("");

  @Option(
      names = "--read",
      defaultValue = "last",
      paramLabel = "WHERE",
      converter = ReadingConverter.class,
      description =
          "Tokens of the answer that are read: last (the paper's), mean, step-ends or step-breaks"
              + " (default: ${DEFAULT-VALUE}).")
  private Reading reading = Reading.LAST_TOKEN;

  @Option(
      names = "--method",
      defaultValue = "mean",
      paramLabel = "HOW",
      converter = MethodConverter.class,
      description =
          "How the pairs' differences become a direction: mean, or pca for their first principal"
              + " component (default: ${DEFAULT-VALUE}).")
  private ExtractionMethod method = ExtractionMethod.MEAN_DIFFERENCE;

  @Option(names = "--normalise", description = "Scale every direction to length 1.")
  private boolean normalise;

  @Option(
      names = "--prompt-template",
      paramLabel = "TEXT",
      converter = PromptTemplate.Converter.class,
      description =
          "User turn of the chat template, with {question} in it (default: the paper's"
              + " instruction, the question, 'Answer:').")
  private PromptTemplate template = new PromptTemplate(QuestionTemplate.PAPER.text());

  @Mixin private ChatFrameOptions chat = new ChatFrameOptions();

  @Override
  public Integer call() {
    List<ContrastivePair> pairs = PairFiles.read(pairsFile);
    ExportOptions options =
        ExportOptions.of(VectorFormats.forFileName(String.valueOf(target.getFileName())));
    OutputPlace.requireFile(target);
    try (StopSignal signal = new StopSignal();
        ModelSession session = model.open()) {
      ExtractedVector extracted = extract(session, pairs, signal.cancellation());
      print(VectorFiles.write(extracted.vector(), options, target), extracted, pairs.size());
    }
    return 0;
  }

  private ExtractedVector extract(
      ModelSession session, List<ContrastivePair> pairs, Cancellation cancellation) {
    ExtractionModel loaded = new SessionModel(session, () -> token -> false);
    Progress progress = new ProgressLines(spec.commandLine().getErr());
    QuestionTemplate asked = new QuestionTemplate(template.text());
    PairDifferences differences =
        PairReader.of(loaded, asked, chat.frame(), DifferenceStore.NONE)
            .read(pairs, reading, progress, cancellation);
    return ExtractedVector.of(
            VectorFiles.baseName(target),
            differences,
            new ExtractionRecipe(reading, method, normalise),
            session.info(),
            Progress.NONE,
            cancellation)
        .asked(asked, chat.frame().variables());
  }

  private void print(ExportReport report, ExtractedVector extracted, int pairs) {
    report.warnings().forEach(w -> spec.commandLine().getErr().println("densesteer: " + w));
    PrintWriter out = spec.commandLine().getOut();
    out.println("layer        norm  to previous  pairs that agree  held-out cosine");
    for (LayerReport layer : extracted.layers()) {
      if (report.written().hasLayer(layer.layer())) {
        out.println(
            Texts.of(
                "%5d %11.4f %12s %17s %16s",
                layer.layer(),
                layer.norm(),
                number("%.3f", layer.cosineToPrevious()),
                number("%.0f %%", 100 * layer.agreement().share()),
                number("%.3f", layer.agreement().cosine())));
      }
    }
    extracted
        .band()
        .ifPresent(
            band ->
                out.print(
                    Texts.of(
                        "The pairs agree, and the direction is steady, at layers %d to %d.%n",
                        band.first(), band.last())));
    out.println("Wrote " + report.file() + " from " + pairs + " pairs.");
  }

  private static String number(String format, double value) {
    return Double.isNaN(value) ? "-" : Texts.of(format, value);
  }
}
