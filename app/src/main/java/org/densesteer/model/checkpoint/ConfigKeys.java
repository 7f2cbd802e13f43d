package org.densesteer.model.checkpoint;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The keys of a {@code config.json} that this program knows: those that it uses, and those that
 * change nothing about what a model of the supported families computes. Another one could change
 * numbers, and is named.
 */
final class ConfigKeys {

  private static final Set<String> USED =
      Set.of(
          "model_type",
          "hidden_size",
          "hidden_act",
          "num_hidden_layers",
          "num_attention_heads",
          "num_key_value_heads",
          "head_dim",
          "intermediate_size",
          "vocab_size",
          "max_position_embeddings",
          "original_max_position_embeddings",
          "rms_norm_eps",
          "rope_theta",
          "rope_scaling",
          "rope_parameters",
          "partial_rotary_factor",
          "sliding_window",
          "use_sliding_window",
          "max_window_layers",
          "layer_types",
          "tie_word_embeddings",
          "attention_bias",
          "mlp_bias",
          "quantization_config",
          "quantization",
          "eos_token_id");

  /** For training, for other programs, for people, or settings of an answer rather than a model. */
  private static final Set<String> WITHOUT_EFFECT =
      Set.of(
          "_name_or_path",
          "_attn_implementation",
          "_attn_implementation_autoset",
          "architectures",
          "attention_dropout",
          "bos_token_id",
          "chunk_size_feed_forward",
          "dtype",
          "embd_pdrop",
          "finetuning_task",
          "id2label",
          "initializer_range",
          "is_decoder",
          "is_encoder_decoder",
          "label2id",
          "output_attentions",
          "output_hidden_states",
          "pad_token_id",
          "pretraining_tp",
          "problem_type",
          "resid_pdrop",
          "return_dict",
          "task_specific_params",
          "tokenizer_class",
          "torch_dtype",
          "transformers_version",
          "unsloth_fixed",
          "unsloth_version",
          "use_cache");

  private ConfigKeys() {}

  /** The other keys of a file that say something, sorted. */
  static List<String> unknown(ConfigValues root) {
    Set<String> unknown = new TreeSet<>();
    root.node()
        .properties()
        .forEach(
            key -> {
              if (!key.getValue().isNull()
                  && !USED.contains(key.getKey())
                  && !WITHOUT_EFFECT.contains(key.getKey())) {
                unknown.add(key.getKey());
              }
            });
    return List.copyOf(unknown);
  }
}
