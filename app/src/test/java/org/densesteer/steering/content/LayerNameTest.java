package org.densesteer.steering.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayerNameTest {

  @ParameterizedTest
  @CsvSource({
    "5, 5, *",
    "layer_5, 5, *",
    "layer5, 5, *",
    "layers.5, 5, *",
    "model.layers.5, 5, *",
    "model.layers.5.mlp, 5, *.mlp",
    "model.layers[13].mlp.down_proj, 13, *.mlp.down_proj",
    "transformer.h.5, 5, *",
    "blocks.5.hook_resid_post, 5, *.hook_resid_post",
    "direction.5, 5, *",
    "vector_5, 5, *",
    "L5, 5, *",
    "pos_layer_5, 5, pos_*",
    "layer_5_direction, 5, *_direction"
  })
  void namesOfLayersAreTaken(String name, long layer, String rest) {
    assertEquals(new LayerName(layer, rest), LayerName.of(name).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "layer_-1, true",
    "model.layers[-2].mlp, true",
    "blocks.-1.hook_resid_post, true",
    "direction.99999999999, true",
    "layer-1, false",
    "layer_3, false",
    "vector_1700000000000, false",
    "player_-1, false",
    "v, false"
  })
  void numbersOfNoBlockAreKnown(String name, boolean expected) {
    assertEquals(expected, LayerName.namesNoBlock(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"v", "bias", "vector", "Qwen2.5", "seed3x", "-5", "epoch_3"})
  void othersAreNone(String name) {
    assertTrue(LayerName.of(name).isEmpty());
  }
}
