package org.densesteer.samplemaker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.densesteer.common.AtomicFiles;
import org.densesteer.common.Json;
import org.densesteer.files.safetensors.Dtype;
import org.densesteer.files.safetensors.SafetensorsWriter;
import org.densesteer.files.safetensors.TensorToWrite;
import org.densesteer.model.training.DecoderShape;
import org.densesteer.model.training.Parameter;

/** Writes the sample model as Hugging Face ships a Qwen2 checkpoint. */
final class SampleModelFiles {

  private static final int MAX_POSITIONS = 1024;

  private SampleModelFiles() {}

  /**
   * Writes configuration, weights in bfloat16, and tokenizer.
   *
   * @param weights all values in the order of {@link Parameter#of}
   */
  static void write(Path folder, SampleVocabulary vocabulary, DecoderShape shape, float[] weights) {
    writeJson(folder.resolve("config.json"), config(vocabulary, shape));
    writeJson(folder.resolve("generation_config.json"), generation(vocabulary));
    TokenizerFiles.write(folder, vocabulary, MAX_POSITIONS);
    writeWeights(folder.resolve("model.safetensors"), shape, weights);
  }

  static void writeJson(Path file, ObjectNode content) {
    AtomicFiles.write(file, temporary -> Json.PRETTY.writeValue(temporary.toFile(), content));
  }

  private static void writeWeights(Path file, DecoderShape shape, float[] weights) {
    Map<String, TensorToWrite> tensors = new LinkedHashMap<>();
    int offset = 0;
    for (Parameter parameter : Parameter.of(shape)) {
      float[] values = Arrays.copyOfRange(weights, offset, offset + parameter.elements());
      tensors.put(parameter.name(), TensorToWrite.of(Dtype.BF16, values, parameter.shape()));
      offset += parameter.elements();
    }
    SafetensorsWriter.write(file, tensors, Map.of("format", "pt"));
  }

  private static ObjectNode config(SampleVocabulary vocabulary, DecoderShape shape) {
    ObjectNode config = Json.object();
    config.putArray("architectures").add("Qwen2ForCausalLM");
    config.put("model_type", "qwen2");
    config.put("vocab_size", shape.vocabulary());
    config.put("hidden_size", shape.hidden());
    config.put("intermediate_size", shape.intermediate());
    config.put("num_hidden_layers", shape.layers());
    config.put("num_attention_heads", shape.heads());
    config.put("num_key_value_heads", shape.keyValueHeads());
    config.put("hidden_act", "silu");
    config.put("max_position_embeddings", MAX_POSITIONS);
    config.put("rms_norm_eps", shape.normEpsilon());
    config.put("rope_theta", shape.ropeTheta());
    config.put("use_sliding_window", false);
    config.put("tie_word_embeddings", true);
    config.put("torch_dtype", "bfloat16");
    config.put("eos_token_id", vocabulary.mark(SampleVocabulary.TURN_END));
    config.put("pad_token_id", vocabulary.mark(SampleVocabulary.PADDING));
    return config;
  }

  private static ObjectNode generation(SampleVocabulary vocabulary) {
    ObjectNode generation = Json.object();
    generation
        .putArray("eos_token_id")
        .add(vocabulary.mark(SampleVocabulary.TURN_END))
        .add(vocabulary.mark(SampleVocabulary.PADDING));
    generation.put("pad_token_id", vocabulary.mark(SampleVocabulary.PADDING));
    generation.put("do_sample", false);
    return generation;
  }
}
