package org.densesteer.model.checkpoint;

/**
 * The weights that a block has, or could have, in the order in which the decoder's program and the
 * trainer's count them.
 */
public enum BlockWeight {
  ATTENTION_NORM("input_layernorm.weight"),
  QUERY("self_attn.q_proj.weight"),
  QUERY_BIAS("self_attn.q_proj.bias"),
  KEY("self_attn.k_proj.weight"),
  KEY_BIAS("self_attn.k_proj.bias"),
  VALUE("self_attn.v_proj.weight"),
  VALUE_BIAS("self_attn.v_proj.bias"),
  OUT("self_attn.o_proj.weight"),
  MLP_NORM("post_attention_layernorm.weight"),
  GATE("mlp.gate_proj.weight"),
  UP("mlp.up_proj.weight"),
  DOWN("mlp.down_proj.weight"),
  QUERY_NORM("self_attn.q_norm.weight"),
  KEY_NORM("self_attn.k_norm.weight"),
  OUT_BIAS("self_attn.o_proj.bias"),
  GATE_BIAS("mlp.gate_proj.bias"),
  UP_BIAS("mlp.up_proj.bias"),
  DOWN_BIAS("mlp.down_proj.bias");

  private final String nameInBlock;

  BlockWeight(String nameInBlock) {
    this.nameInBlock = nameInBlock;
  }

  /** The weight of one block, whose matrices are {@code [out, in]}. */
  ExpectedWeight of(ModelConfig c, int layer) {
    long[] shape =
        switch (this) {
          case ATTENTION_NORM, MLP_NORM, OUT_BIAS, DOWN_BIAS -> new long[] {c.hiddenSize()};
          case QUERY -> new long[] {c.queryWidth(), c.hiddenSize()};
          case KEY, VALUE -> new long[] {c.kvWidth(), c.hiddenSize()};
          case QUERY_BIAS -> new long[] {c.queryWidth()};
          case KEY_BIAS, VALUE_BIAS -> new long[] {c.kvWidth()};
          case OUT -> new long[] {c.hiddenSize(), c.queryWidth()};
          case GATE_BIAS, UP_BIAS -> new long[] {c.intermediateSize()};
          case GATE, UP -> new long[] {c.intermediateSize(), c.hiddenSize()};
          case DOWN -> new long[] {c.hiddenSize(), c.intermediateSize()};
          case QUERY_NORM, KEY_NORM -> new long[] {c.headDim()};
        };
    boolean present =
        switch (this) {
          case QUERY_BIAS, KEY_BIAS, VALUE_BIAS -> c.biases().qkv();
          case OUT_BIAS -> c.biases().attentionOut();
          case GATE_BIAS, UP_BIAS, DOWN_BIAS -> c.biases().mlp();
          case QUERY_NORM, KEY_NORM -> c.qkNorm();
          default -> true;
        };
    return new ExpectedWeight("model.layers." + layer + "." + nameInBlock, present, shape);
  }
}
