package org.densesteer.metrics;

import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.densesteer.chat.ReasoningBlocks;
import org.densesteer.common.WhiteSpace;
import org.densesteer.generation.ScoredAnswer;
import org.densesteer.steering.Step;
import org.densesteer.steering.Steps;

/**
 * Figures of a response that reasons in a block of its own ({@code <think>…</think>}), told apart
 * for the block and for what follows. {@link AnswerMeasures} stays the figure of the whole
 * response, block and marks included; a step that spans the end of the block is one there and two
 * here.
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
  public static Optional<ReasoningMeasures> of(
      ScoredAnswer answer, ToIntFunction<String> tokenCount) {
    ReasoningBlocks blocks = answer.blocks();
    if (!blocks.present()) {
      return Optional.empty();
    }
    boolean[] inBlock = inBlock(answer.textEnds(), blocks);
    return Optional.of(
        new ReasoningMeasures(
            part(blocks.reasoning(), answer, inBlock, true, tokenCount),
            part(blocks.answer(), answer, inBlock, false, tokenCount),
            blocks.closed()));
  }

  /**
   * Which tokens belong to a block: those whose first character that is not white space stands in
   * one; a token without such a character goes with the one before it.
   */
  private static boolean[] inBlock(int[] ends, ReasoningBlocks blocks) {
    boolean[] inBlock = new boolean[ends.length];
    String text = blocks.text();
    boolean before = blocks.contains(0);
    int from = 0;
    for (int i = 0; i < ends.length; i++) {
      int to = Math.min(ends[i], text.length());
      int visible = WhiteSpace.skip(text, from, to);
      before = visible < to ? blocks.contains(visible) : before;
      inBlock[i] = before;
      from = to;
    }
    return inBlock;
  }

  private static PartMeasures part(
      String text,
      ScoredAnswer answer,
      boolean[] inBlock,
      boolean block,
      ToIntFunction<String> tokenCount) {
    int[] own = IntStream.range(0, inBlock.length).filter(i -> inBlock[i] == block).toArray();
    double[] withPrompt = answer.nllWithPrompt();
    double[] alone = answer.nllResponseOnly();
    List<Step> steps = Steps.split(text);
    int tokens = Density.tokens(steps, tokenCount);
    return new PartMeasures(
        steps.size(),
        tokens,
        Density.ratio(tokens, steps.size()),
        own.length,
        Nll.mean(IntStream.of(own).mapToDouble(i -> withPrompt[i]).toArray()),
        Nll.mean(
            IntStream.of(own)
                .filter(i -> i > 0 && i <= alone.length)
                .mapToDouble(i -> alone[i - 1])
                .toArray()));
  }
}
