package org.densesteer.model.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Finds the blocks with a sliding window, as the classes of transformers 5.18 do. */
final class WindowReader {

  /** Mistral has this window where its configuration is silent; {@code null} says none. */
  private static final int MISTRAL_DEFAULT = 4096;

  private static final int QWEN_DEFAULT = 4096;
  private static final int QWEN_DEFAULT_FIRST = 28;

  private final ConfigValues root;
  private final int layers;

  private WindowReader(ConfigValues root, int layers) {
    this.root = root;
    this.layers = layers;
  }

  static SlidingWindow read(ConfigValues root, String family, int layers) {
    WindowReader reader = new WindowReader(root, layers);
    return switch (family) {
      case "mistral" -> reader.everywhere();
      case "qwen2", "qwen3" -> reader.someBlocks();
      default -> SlidingWindow.none(layers);
    };
  }

  private SlidingWindow everywhere() {
    JsonNode window = root.node().path("sliding_window");
    return window.isNull()
        ? SlidingWindow.none(layers)
        : new SlidingWindow(
            root.positive("sliding_window", MISTRAL_DEFAULT), Collections.nCopies(layers, true));
  }

  private SlidingWindow someBlocks() {
    JsonNode window = root.node().path("sliding_window");
    boolean used = root.flag("use_sliding_window", false) && !window.isNull();
    List<Boolean> blocks = root.has("layer_types") ? listed() : fromBlock(used);
    if (!used && blocks.contains(true)) {
      throw root.refuse("layer_types names blocks with a sliding window, but no window is in use");
    }
    return blocks.contains(true)
        ? new SlidingWindow(root.positive("sliding_window", QWEN_DEFAULT), blocks)
        : SlidingWindow.none(layers);
  }

  private List<Boolean> fromBlock(boolean used) {
    int first = (int) root.node().path("max_window_layers").asLong(QWEN_DEFAULT_FIRST);
    return IntStream.range(0, layers).mapToObj(layer -> used && layer >= first).toList();
  }

  private List<Boolean> listed() {
    JsonNode types = root.node().get("layer_types");
    if (types.size() != layers) {
      throw root.refuse("layer_types has " + types.size() + " entries for " + layers + " blocks");
    }
    List<Boolean> blocks = new ArrayList<>();
    for (JsonNode type : types) {
      switch (type.asText()) {
        case "full_attention" -> blocks.add(false);
        case "sliding_attention" -> blocks.add(true);
        default -> throw root.refuse("the layer type '" + type.asText() + "' is not supported");
      }
    }
    return blocks;
  }
}
