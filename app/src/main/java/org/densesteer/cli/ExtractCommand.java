package org.densesteer.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.densesteer.common.Cancellation;
import org.densesteer.extraction.ContrastivePair;
import org.densesteer.extraction.MeanDifference;
import org.densesteer.extraction.PairDifferences;
import org.densesteer.extraction.PairFiles;
import org.densesteer.extraction.PairReader;
import org.densesteer.extraction.Reading;
import org.densesteer.generation.ModelSession;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMath;
import org.densesteer.steering.format.ExportOptions;
import org.densesteer.steering.format.ExportReport;
import org.densesteer.steering.format.VectorFiles;
import org.densesteer.steering.format.VectorFormats;
import org.jspecify.annotations.Nullable;
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
      "answer minus that of question and sparse answer. Prints each block's norm and the share of",
      "pairs that point the same way as the mean of all others.",
      ""
    })
final class ExtractCommand implements Callable<Integer> {

  private static final String PAPERS_TEMPLATE =
      "Solve the following math problem. Present the final answer in the format: Final Answer:"
          + " \\boxed{your_answer}.\n{question}\nAnswer:";

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

  @Option(names = "--normalise", description = "Scale every direction to length 1.")
  private boolean normalise;

  @Option(
      names = "--prompt-template",
      paramLabel = "TEXT",
      converter = PromptTemplate.Converter.class,
      description =
          "User turn of the chat template, with {question} in it (default: the paper's"
              + " instruction, the question, 'Answer:').")
  private PromptTemplate template = new PromptTemplate(PAPERS_TEMPLATE);

  @Option(
      names = "--system",
      paramLabel = "TEXT",
      description = "The system turn (default: what the chat template says).")
  private @Nullable String system;

  @Override
  public Integer call() {
    List<ContrastivePair> pairs = PairFiles.read(pairsFile);
    ExportOptions options =
        ExportOptions.of(VectorFormats.forFileName(String.valueOf(target.getFileName())));
    try (StopSignal signal = new StopSignal();
        ModelSession session = model.open()) {
      PairDifferences differences = read(session, pairs, signal.cancellation());
      SteeringVector vector =
          MeanDifference.vector(VectorFiles.baseName(target), differences, session.info());
      ExportReport report =
          VectorFiles.write(normalise ? VectorMath.unitNormalise(vector) : vector, options, target);
      print(report, differences);
    }
    return 0;
  }

  private PairDifferences read(
      ModelSession session, List<ContrastivePair> pairs, Cancellation cancellation) {
    PairReader reader =
        new PairReader(
            (texts, weights) ->
                session.withDecoder(decoder -> decoder.pooledOutputs(texts, weights)).join(),
            session.tokenizer(),
            question -> session.chatPrompt(system, template.fill(question)).tokenIds());
    return reader.read(
        pairs, reading, new ProgressLines(spec.commandLine().getErr()), cancellation);
  }

  private void print(ExportReport report, PairDifferences differences) {
    report.warnings().forEach(w -> spec.commandLine().getErr().println("densesteer: " + w));
    PrintWriter out = spec.commandLine().getOut();
    out.println("layer        norm  pairs that agree");
    SteeringVector written = report.written();
    for (int layer : written.directions().keySet()) {
      out.println(
          String.format(
              Locale.ROOT,
              "%5d %11.4f %16.0f %%",
              layer,
              written.norm(layer),
              100 * differences.agreement(layer)));
    }
    out.println("Wrote " + report.file() + " from " + differences.pairs() + " pairs.");
  }
}
