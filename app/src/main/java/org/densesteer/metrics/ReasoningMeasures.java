package org.densesteer.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.densesteer.chat.ReasoningBlocks;
import org.densesteer.common.WhiteSpace;
import org.densesteer.generation.TokenEvent;
import org.densesteer.generation.Trace;
import org.densesteer.steering.Steps;

/**
 * Figures of a response that reasons in a block of its own ({@code <think>…</think>}), told apart
 * for the block and for what follows. {@link TraceMeasures} stays the figure of the whole response,
 * block and marks included; a step that spans the end of the block is one there and two here.
 *
 * @param block what stands in the block, or in all blocks when there are several, without marks
 * @param answer what stands outside; blank when the block was cut off
 * @param closed whether the block was closed; a response whose block was cut gives no answer
 */
public record ReasoningMeasures(PartMeasures block, PartMeasures answer, boolean closed) {

  /**
   * Measures a finished answer.
   *
   * @param tokenCount how many tokens a text alone has, without special tokens
   * @return empty when there is no reasoning block
   */
  public static Optional<ReasoningMeasures> of(Trace trace, ToIntFunction<String> tokenCount) {
    ReasoningBlocks blocks = trace.reasoning();
    if (!blocks.present()) {
      return Optional.empty();
    }
    boolean[] inBlock = inBlock(trace.tokens(), blocks);
    return Optional.of(
        new ReasoningMeasures(
            part(blocks.reasoning(), trace, inBlock, true, tokenCount),
            part(blocks.answer(), trace, inBlock, false, tokenCount),
            blocks.closed()));
  }

  /**
   * Which tokens belong to a block: those whose first character that is not white space stands in
   * one; a token without such a character goes with the one before it.
   */
  private static boolean[] inBlock(List<TokenEvent> tokens, ReasoningBlocks blocks) {
    boolean[] inBlock = new boolean[tokens.size()];
    boolean before = blocks.contains(0);
    int offset = 0;
    for (int i = 0; i < inBlock.length; i++) {
      String text = tokens.get(i).text();
      int visible = WhiteSpace.skip(text, 0, text.length());
      before = visible < text.length() ? blocks.contains(offset + visible) : before;
      inBlock[i] = before;
      offset += text.length();
    }
    return inBlock;
  }

  private static PartMeasures part(
      String text,
      Trace trace,
      boolean[] inBlock,
      boolean block,
      ToIntFunction<String> tokenCount) {
    List<Double> withPrompt = new ArrayList<>();
    List<Double> alone = new ArrayList<>();
    double[] responseOnly = trace.nllResponseOnly();
    for (int i = 0; i < inBlock.length; i++) {
      if (inBlock[i] == block) {
        withPrompt.add(trace.tokens().get(i).nll());
        if (i > 0 && i <= responseOnly.length) {
          alone.add(responseOnly[i - 1]);
        }
      }
    }
    int steps = Steps.split(text).size();
    int tokens = Density.tokens(text, tokenCount);
    return new PartMeasures(
        steps,
        tokens,
        Density.ratio(tokens, steps),
        withPrompt.size(),
        mean(withPrompt),
        mean(alone));
  }

  private static double mean(List<Double> values) {
    return Nll.mean(values.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
