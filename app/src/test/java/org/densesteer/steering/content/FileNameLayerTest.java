package org.densesteer.steering.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameLayerTest {

  @ParameterizedTest
  @CsvSource({
    "vec_layer_10_Llama-2-7b-chat-hf, 10",
    "layer1, 1",
    "Layer-05, 5",
    "refusal_L12, 12",
    "dir_l12_qwen2.5-1.5b, 12",
    "activation_layer_7_steering_vector, 7",
    "block3, 3",
    "layers.5, 5",
    "layer_4_of_layer_4, 4"
  })
  void aClearLayerIsTaken(String name, int layer) {
    assertEquals(OptionalInt.of(layer), FileNameLayer.of(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tensor1d",
        "Llama-2-7b",
        "all-MiniLM-L6-v2",
        "layer_3-7",
        "layer_3_to_7",
        "layer_1.5",
        "layer_3_layer_4",
        "player5",
        "multilayer7",
        "12layers",
        "vector",
        "l3_l4"
      })
  void whatIsNotClearIsNotTaken(String name) {
    assertEquals(OptionalInt.empty(), FileNameLayer.of(name));
  }
}
