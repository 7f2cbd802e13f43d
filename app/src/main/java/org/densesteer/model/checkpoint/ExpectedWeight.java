package org.densesteer.model.checkpoint;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A weight that a decoder of some shape has, or could have.
 *
 * @param name its name in the checkpoint
 * @param present whether this shape has it
 * @param shape its dimensions, outermost first
 */
public record ExpectedWeight(String name, boolean present, long... shape) {

  /** The name of the output head, which a tied checkpoint lacks. */
  public static final String HEAD = "lm_head.weight";

  /** The name of the token embedding. */
  public static final String EMBEDDING = "model.embed_tokens.weight";

  /** The weights of a block that this shape has or could have. */
  public static List<ExpectedWeight> ofBlock(ModelConfig c, int layer) {
    return Arrays.stream(BlockWeight.values()).map(weight -> weight.of(c, layer)).toList();
  }

  /** Embedding, last norm and output head. */
  public static List<ExpectedWeight> aroundBlocks(ModelConfig c) {
    return List.of(
        new ExpectedWeight(EMBEDDING, true, c.vocabularySize(), c.hiddenSize()),
        new ExpectedWeight("model.norm.weight", true, c.hiddenSize()),
        new ExpectedWeight(HEAD, !c.tiedHead(), c.vocabularySize(), c.hiddenSize()));
  }

  /** All weights that a checkpoint of this shape must have, made as they are asked for. */
  public static Stream<ExpectedWeight> all(ModelConfig config) {
    Stream<List<ExpectedWeight>> blocks =
        IntStream.range(0, config.layers()).mapToObj(layer -> ofBlock(config, layer));
    return Stream.concat(blocks, Stream.of(aroundBlocks(config)))
        .flatMap(List::stream)
        .filter(ExpectedWeight::present);
  }

  /** Number of values. */
  public long elements() {
    long product = 1;
    for (long dimension : shape) {
      product *= dimension;
    }
    return product;
  }
}
