package org.densesteer.model.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.densesteer.common.FaultException;
import org.densesteer.files.safetensors.Dtype;
import org.densesteer.files.safetensors.SafetensorsWriter;
import org.densesteer.files.safetensors.TensorToWrite;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not a checkpoint that can be run is refused with one sentence, before it is loaded. */
class CheckpointTest {

  private static final String CONFIG =
      """
      {"model_type": "qwen2", "hidden_size": 8, "num_hidden_layers": 2, "num_attention_heads": 2,
       "num_key_value_heads": 1, "intermediate_size": 6, "vocab_size": 10, "rope_theta": 1e6,
       "max_position_embeddings": 64, "rms_norm_eps": 1e-6, "tie_word_embeddings": true}
      """;

  @TempDir Path folder;

  @BeforeEach
  void aWholeCheckpoint() throws IOException {
    configure(CONFIG);
    write(zeros());
  }

  private void configure(String text) throws IOException {
    Files.writeString(folder.resolve("config.json"), text);
  }

  private Map<String, TensorToWrite> zeros() {
    return ExpectedWeight.all(ModelConfig.read(folder.resolve("config.json")))
        .collect(Collectors.toMap(ExpectedWeight::name, weight -> zeros(weight.shape())));
  }

  private static TensorToWrite zeros(long... shape) {
    return TensorToWrite.computed(Dtype.F32, i -> 0, shape);
  }

  private void write(Map<String, TensorToWrite> tensors) {
    SafetensorsWriter.write(folder.resolve("model.safetensors"), tensors, Map.of());
  }

  private String refusal() {
    return String.valueOf(
        assertThrows(FaultException.class, () -> Checkpoint.open(folder)).getMessage());
  }

  @Test
  void opensWhatIsWhole() {
    assertEquals(4, Checkpoint.open(folder).config().headDim());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "hidden_size": 8             | "hidden_size": 0                    | hidden_size must be a whole number from 1 to 268435456, not 0
          "hidden_size": 8             | "hidden_size": 18446744073709551624 | hidden_size must be a whole number from 1 to 268435456, not 18446744073709551624
          "hidden_size": 8             | "hidden_size": 1e18                 | hidden_size must be a whole number from 1 to 268435456, not 1.0E18
          "max_position_embeddings": 64, |                                   | it lacks max_position_embeddings
          "num_attention_heads": 2     | "num_attention_heads": 64           | 64 heads with 1 key/value heads of width 0 do not fit together
          "num_key_value_heads": 1     | "num_key_value_heads": 4            | 2 heads with 4 key/value heads of width 4 do not fit together
          "num_attention_heads": 2     | "num_attention_heads": 268435456, "head_dim": 268435456 | 268435456 heads with 1 key/value heads of width 268435456 do not fit together
          "rms_norm_eps": 1e-6         | "rms_norm_eps": 1e999               | rms_norm_eps must be a positive number, not "Infinity"
          "rope_theta": 1e6            | "rope_theta": -1                    | rope_theta must be a positive number, not -1
          "qwen2"                      | "gpt2"                              | the model type 'gpt2' is not one of the supported [llama, mistral, qwen2, qwen3]
          "qwen2"                      | "qwen2", "rope_scaling": {"type": "longrope"} | the rope type 'longrope' is not supported
          "qwen2"                      | "qwen2", "rope_scaling": {"type": "linear"} | the rope scaling lacks factor
          "qwen2"                      | "qwen2", "rope_scaling": {"type": "yarn"} | the rope scaling lacks factor
          "qwen2"                      | "qwen2", "rope_scaling": 4           | rope_scaling must be an object, not 4
          "qwen2"                      | "qwen2", "partial_rotary_factor": 0.5 | it turns only a part of each head, which is not supported
          "qwen2"                      | "qwen2", "layer_types": ["full_attention", "sliding_attention"] | layer_types names blocks with a sliding window, but no window is in use
          "qwen2"                      | "qwen2", "layer_types": ["full_attention"] | layer_types has 1 entries for 2 blocks
          "qwen2"                      | "qwen2", "layer_types": ["full_attention", "chunked_attention"] | the layer type 'chunked_attention' is not supported
          "qwen2"                      | "qwen2", "hidden_act": "gelu"         | the activation 'gelu' is not supported
          "qwen2"                      | "qwen2", "quantization_config": {"quant_method": "gptq"} | its weights are quantised (gptq), which is not supported
          "qwen2"                      | "qwen2", "quantization": {"bits": 4}  | its weights are quantised for MLX (4 bits), which is not supported
          "qwen2"                      | "qwen2", "quantization_config": {}  | its weights are quantised, which is not supported
          "qwen2"                      | "qwen2", "quantization_config": {"load_in_8bit": true} | its weights are quantised (bitsandbytes), which is not supported
          "qwen2"                      | "qwen2", "compression_config": {"quant_method": "compressed-tensors"} | its weights are quantised (compressed-tensors), which is not supported
          """)
  void refusesAConfigurationByWhatIsWrongInIt(String right, String wrong, String why)
      throws IOException {
    configure(CONFIG.replace(right, wrong == null ? "" : wrong));
    assertEquals(
        "The checkpoint %s cannot be run: %s.".formatted(folder.resolve("config.json"), why),
        refusal());
  }

  @Test
  void aWindowThatIsNotInUseIsNoReasonToRefuse() throws IOException {
    configure(CONFIG.replace("\"qwen2\"", "\"qwen2\", \"sliding_window\": 32"));
    assertEquals("qwen2", Checkpoint.open(folder).config().family());
  }

  @Test
  void tellsAConfigurationThatIsMissingFromOneThatCannotBeRead() throws IOException {
    Path config = folder.resolve("config.json");
    Files.delete(config);
    assertEquals(
        "The folder " + folder + " is not a checkpoint: it has no config.json.", refusal());
    Files.createDirectory(config);
    assertTrue(refusal().startsWith("Cannot read " + config + ": "), refusal());
  }

  @Test
  void namesWhatAFolderHoldsInsteadOfWeights() throws IOException {
    Files.delete(folder.resolve("model.safetensors"));
    Files.createFile(folder.resolve("tiny.gguf"));
    String gguf =
        "The folder "
            + folder
            + " holds its weights as GGUF (tiny.gguf), the format of llama.cpp, which is not read;"
            + " model.safetensors is needed.";
    assertEquals(gguf, refusal());
    Files.delete(folder.resolve("config.json"));
    assertEquals(gguf, refusal());
  }

  @Test
  void aFileIsNoFolder() {
    Path file = folder.resolve("model.safetensors");
    assertEquals(
        file + " is a file; a checkpoint is a folder with config.json and its weights.",
        assertThrows(FaultException.class, () -> Checkpoint.open(file)).getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"qweight", "weight_packed", "weight_scale_inv", "weight.absmax", "SCB", "scales"})
  void tellsQuantisedWeightsByTheirTensors(String name) {
    Map<String, TensorToWrite> tensors = zeros();
    TensorToWrite some = tensors.remove("model.layers.1.mlp.up_proj.weight");
    tensors.put("model.layers.1.mlp.up_proj." + name, some);
    write(tensors);
    assertEquals(
        "The checkpoint "
            + folder.resolve("config.json")
            + " cannot be run: its weights are quantised, as the tensor model.layers.1.mlp.up_proj."
            + name
            + " tells, which is not supported.",
        refusal());
  }

  @Test
  void anAdapterBesideTheWeightsIsNamed() throws IOException {
    Files.writeString(folder.resolve("adapter_config.json"), "{}");
    assertEquals(
        List.of("The adapter in " + folder + " (adapter_config.json) is not applied."),
        Checkpoint.open(folder).notes());
  }

  @Test
  void refusesWeightsThatLackATensor() {
    Map<String, TensorToWrite> tensors = zeros();
    tensors.remove("model.layers.1.mlp.up_proj.weight");
    write(tensors);
    assertEquals(
        "The checkpoint " + folder + " lacks the tensor model.layers.1.mlp.up_proj.weight.",
        refusal());
  }

  @Test
  void refusesATensorOfAnotherShape() {
    Map<String, TensorToWrite> tensors = zeros();
    tensors.put("model.norm.weight", zeros(4, 2));
    write(tensors);
    assertEquals(
        "The tensor model.norm.weight in %s is F32[4, 2] where floats of shape [8] are expected."
            .formatted(folder.resolve("model.safetensors")),
        refusal());
  }

  @Test
  void tooManyLayersAreRefusedByTheFirstThatIsMissing() throws IOException {
    configure(CONFIG.replace("\"num_hidden_layers\": 2", "\"num_hidden_layers\": 65536"));
    assertEquals(
        "The checkpoint " + folder + " lacks the tensor model.layers.2.input_layernorm.weight.",
        refusal());
  }

  @Test
  void anAbsurdNumberOfLayersIsRefusedAtOnce() throws IOException {
    configure(CONFIG.replace("\"num_hidden_layers\": 2", "\"num_hidden_layers\": 65537"));
    assertEquals(
        "The checkpoint "
            + folder.resolve("config.json")
            + " cannot be run: num_hidden_layers must be a whole number from 1 to 65536, not 65537.",
        refusal());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../weights.safetensors", "..", "a\\u0000.safetensors", "/a.safetensors", "a.bin"})
  void refusesAnIndexThatNamesWhatIsNoFileBesideIt(String name) throws IOException {
    Files.delete(folder.resolve("model.safetensors"));
    Path index = folder.resolve("model.safetensors.index.json");
    Files.writeString(index, "{\"weight_map\": {\"w\": \"%s\"}}".formatted(name));
    assertEquals(
        "The file %s names '%s', which is no weight file."
            .formatted(index, name.replace("\\u0000", " ")),
        refusal());
  }

  @Test
  void namesAShardThatIsMissing() throws IOException {
    Files.move(folder.resolve("model.safetensors"), folder.resolve("a.safetensors"));
    Files.writeString(
        folder.resolve("model.safetensors.index.json"),
        "{\"weight_map\": {\"v\": \"a.safetensors\", \"w\": \"b.safetensors\"}}");
    assertEquals("The checkpoint " + folder + " lacks its weight file b.safetensors.", refusal());
  }

  @Test
  void endOfTextIdsOfTheGenerationComeFirst() throws IOException {
    configure(CONFIG.replace("\"qwen2\"", "\"qwen2\", \"eos_token_id\": 1"));
    assertEquals(Set.of(1), Checkpoint.open(folder).endOfText());
    Files.writeString(folder.resolve("generation_config.json"), "{\"eos_token_id\": [2, 3]}");
    assertEquals(Set.of(2, 3), Checkpoint.open(folder).endOfText());
  }
}
