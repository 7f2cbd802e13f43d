package org.densesteer.model.checkpoint;

import java.util.ArrayList;
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

  /** The fourteen weights of a block, in the order in which the decoder's program counts them. */
  public static List<ExpectedWeight> ofBlock(ModelConfig c, int layer) {
    String prefix = "model.layers." + layer + ".";
    String attention = prefix + "self_attn.";
    String mlp = prefix + "mlp.";
    List<ExpectedWeight> block = new ArrayList<>();
    block.add(some(prefix + "input_layernorm.weight", c.hiddenSize()));
    projection(block, c, attention + "q_proj", c.queryWidth());
    projection(block, c, attention + "k_proj", c.kvWidth());
    projection(block, c, attention + "v_proj", c.kvWidth());
    block.add(some(attention + "o_proj.weight", c.hiddenSize(), c.queryWidth()));
    block.add(some(prefix + "post_attention_layernorm.weight", c.hiddenSize()));
    block.add(some(mlp + "gate_proj.weight", c.intermediateSize(), c.hiddenSize()));
    block.add(some(mlp + "up_proj.weight", c.intermediateSize(), c.hiddenSize()));
    block.add(some(mlp + "down_proj.weight", c.hiddenSize(), c.intermediateSize()));
    block.add(new ExpectedWeight(attention + "q_norm.weight", c.qkNorm(), c.headDim()));
    block.add(new ExpectedWeight(attention + "k_norm.weight", c.qkNorm(), c.headDim()));
    return block;
  }

  /** Embedding, last norm and output head. */
  public static List<ExpectedWeight> aroundBlocks(ModelConfig c) {
    return List.of(
        some(EMBEDDING, c.vocabularySize(), c.hiddenSize()),
        some("model.norm.weight", c.hiddenSize()),
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

  private static void projection(
      List<ExpectedWeight> block, ModelConfig c, String name, long width) {
    block.add(some(name + ".weight", width, c.hiddenSize()));
    block.add(new ExpectedWeight(name + ".bias", c.biases().qkv(), width));
  }

  private static ExpectedWeight some(String name, long... shape) {
    return new ExpectedWeight(name, true, shape);
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
