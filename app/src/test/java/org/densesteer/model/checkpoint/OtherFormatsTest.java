package org.densesteer.model.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of files as published repositories have them. */
class OtherFormatsTest {

  @ParameterizedTest
  @CsvSource({
    "config.json model-Q4_K_M.gguf, holds its weights as GGUF (model-Q4_K_M.gguf)",
    "Q8_0/model-00001-of-00002.gguf, holds its weights as GGUF",
    "adapter_config.json adapter_model.safetensors tokenizer.json, holds an adapter",
    "adapters.safetensors, holds an adapter",
    "config.json pytorch_model.bin, holds its weights as pickled PyTorch files (pytorch_model.bin)",
    "pytorch_model-00001-of-00002.bin pytorch_model.bin.index.json, pickled PyTorch files",
    "consolidated.00.pth params.json, its maker's own layout",
    "consolidated.safetensors params.json, its maker's own layout",
    "original/consolidated.00.pth params.json, its maker's own layout",
    "config.json quantize_config.json gptq_model-4bit-128g.safetensors, quantised (GPTQ",
    "config.json quant_config.json x.safetensors, quantised (AWQ",
    "model-00001-of-00002.safetensors config.json, but neither model.safetensors nor",
    "onnx/model.onnx config.json, holds its weights as ONNX",
    "tf_model.h5, TensorFlow",
    "flax_model.msgpack, Flax",
    "weights.npz config.json, MLX",
    "model_index.json unet/x.bin, is a pipeline",
    "blobs refs snapshots, is the Hugging Face cache's folder of a model"
  })
  void namesWhatItIs(String files, String words) {
    String clause = OtherFormats.clause(List.of(files.split(" "))).orElseThrow();
    assertTrue(clause.contains(words), clause);
  }

  @ParameterizedTest
  @CsvSource({
    "config.json model.safetensors pytorch_model.bin x.gguf adapter_config.json",
    "config.json model.safetensors.index.json model-00001-of-00002.safetensors consolidated.00.pth",
    "config.json README.md training.json"
  })
  void aCheckpointIsNothingElse(String files) {
    assertEquals(Optional.empty(), OtherFormats.clause(List.of(files.split(" "))));
  }

  @Test
  void quantisedWeightsMayHaveTheUsualName() {
    List<String> files = List.of("config.json", "hf_quant_config.json", "model.safetensors");
    assertEquals(
        Optional.of(
            "holds weights that are quantised (ModelOpt, hf_quant_config.json), which is not"
                + " supported"),
        OtherFormats.quantised(files));
  }
}
