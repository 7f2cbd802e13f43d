package org.densesteer.steering.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.densesteer.steering.VectorMetadata;
import org.junit.jupiter.api.Test;

class LibraryEntryTest {

  private static VectorSummary summary(int... layers) {
    TreeMap<Integer, Double> norms = new TreeMap<>();
    for (int layer : layers) {
      norms.put(layer, 1.0);
    }
    return new VectorSummary(
        8,
        norms,
        VectorMetadata.EMPTY
            .with(VectorMetadata.MODEL_ID, "Qwen/Qwen2.5-3B")
            .with(VectorMetadata.METHOD, "mean difference"));
  }

  @Test
  void theSearchLooksEverywhereAndWantsEveryWord() {
    LibraryEntry entry =
        new LibraryEntry(
            Path.of("/v/dense last.safetensors"),
            summary(6),
            new Annotation("Best at λ 4", List.of("paper"), null),
            false);
    for (String found :
        List.of("", "DENSE", "qwen paper", "mean  diff", "best λ", "last qwen2.5")) {
      assertTrue(entry.matches(found), found);
    }
    for (String missed : List.of("llama", "dense llama", "safetensors")) {
      assertFalse(entry.matches(missed), missed);
    }
  }

  @Test
  void layersAreToldInAFewCharacters() {
    assertEquals("1 (6)", summary(6).layersText());
    assertEquals("3 (2–4)", summary(2, 3, 4).layersText());
    assertEquals("2 (2, 4)", summary(2, 4).layersText());
    assertEquals("4 of 2–8", summary(2, 4, 6, 8).layersText());
    assertEquals("layer 6", summary(6).layersWords());
    assertEquals("layers 2–4", summary(2, 3, 4).layersWords());
    assertEquals("layers 2, 4", summary(2, 4).layersWords());
    assertEquals("4 layers of 2–8", summary(2, 4, 6, 8).layersWords());
  }
}
