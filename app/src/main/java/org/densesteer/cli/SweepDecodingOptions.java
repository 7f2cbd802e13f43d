package org.densesteer.cli;

import org.densesteer.cli.SweepConverters.OperatorConverter;
import org.densesteer.cli.SweepConverters.PositionsConverter;
import org.densesteer.evaluation.plan.SweepDecoding;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Positions;
import org.densesteer.steering.VectorMetadata;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** How every answer of a sweep is decoded. */
final class SweepDecodingOptions {

  @Option(
      names = "--max-tokens",
      defaultValue = "256",
      paramLabel = "N",
      description = "Longest answer in tokens (default: ${DEFAULT-VALUE}).")
  private int maxTokens;

  @Option(
      names = "--prompt-template",
      paramLabel = "TEXT",
      converter = PromptTemplate.Converter.class,
      description =
          "User turn of the chat template, with {question} in it (default: the question alone).")
  private PromptTemplate template = new PromptTemplate(SweepDecoding.QUESTION);

  @Mixin private ChatFrameOptions chat = new ChatFrameOptions();

  @Option(
      names = "--positions",
      paramLabel = "WHERE",
      converter = PositionsConverter.class,
      description =
          "Steered positions: everywhere, prompt, response or step:K (default: what the file says,"
              + " otherwise everywhere).")
  private @Nullable Positions positions;

  @Option(
      names = "--operator",
      converter = OperatorConverter.class,
      paramLabel = "HOW",
      description =
          "How the vector meets a hidden state: add, add_keep_norm or ablate (default: what the"
              + " file says, otherwise add).")
  private @Nullable Operator operator;

  @Option(
      names = "--rows",
      defaultValue = "" + SweepDecoding.DEFAULT_LANES,
      paramLabel = "N",
      description = "Answers that grow in lock step (default: ${DEFAULT-VALUE}).")
  private int rows;

  @Option(
      names = "--repetition-penalty",
      paramLabel = "R",
      description =
          "Holds down tokens that prompt or answer have already; 1 for none (default: what the"
              + " checkpoint's generation_config.json says, as in transformers).")
  private @Nullable Double repetitionPenalty;

  /** Refuses what no vector makes right. */
  void check(CommandSpec command) {
    Checks.atLeastOne(command, "--max-tokens", maxTokens);
    Checks.atLeastOne(command, "--rows", rows);
  }

  /** How answers are decoded, where not said otherwise as the vector's file asks. */
  SweepDecoding decoding(VectorMetadata file) {
    return new SweepDecoding(
        template.text(),
        chat.frame().system(),
        maxTokens,
        positions != null ? positions : file.positions().orElse(Positions.EVERYWHERE),
        operator != null ? operator : file.operator().orElse(Operator.ADD),
        rows,
        chat.frame().variables(),
        repetitionPenalty);
  }
}
