package org.densesteer.model.decoder;

import java.util.List;
import java.util.stream.Collectors;
import org.densesteer.model.checkpoint.ModelConfig;
import org.densesteer.model.torch.ProgramText;
import org.densesteer.model.torch.TorchArchive;

/** Fills a checkpoint's shape into the decoder's program text. */
final class DecoderText {

  /** Packing is told to expect this many rows a step: baseline, steered, and its unsteered twin. */
  private static final int EXPECTED_ROWS = 3;

  /**
   * Texts are padded to a multiple of this many positions where a matrix product is compiled anew
   * for every number of rows: that takes time and memory, and many shapes at once have crashed
   * libtorch 2.7.1 on several threads.
   */
  private static final int COMPILED_READ_WIDTH = 32;

  /**
   * In bfloat16 a packed product of one or two rows reads its weights slower than one of three to
   * six (oneDNN 3.7 in libtorch 2.7.1: by a sixth), so that a step has empty rows rather than few.
   */
  private static final int LEAST_ROWS = 4;

  /**
   * Tokens of which each is first compared with its neighbours when the likeliest is looked for.
   */
  private static final int PART = 128;

  /**
   * Positions that attend to themselves in one call. libtorch 2.7.1's fused kernel multiplies each
   * with up to 512 keys, hidden ones too, so that fewer waste less; 128 were slower again.
   */
  private static final int ATTENDED = 256;

  private DecoderText() {}

  static TorchArchive archive(ModelConfig config, Arithmetic arithmetic) {
    ProgramText text = new ProgramText(DecoderText.class);
    putSizes(text, config);
    WeightSlots.putInto(text);
    putWidths(text, arithmetic);
    text.put("addKeepNorm", Site.ADD_KEEP_NORM).put("ablate", Site.ABLATE);
    for (String part :
        List.of("weights", "cache", "steering", "attention", "read", "logits", "step", "observe")) {
      text.put(part, text.filled(part + ".txt"));
    }
    text.put("linear", joined(text, linear(arithmetic)));
    boolean planes = arithmetic.storage() == Storage.INT8_PLANES;
    text.put("decoding", text.filled(planes ? "decoding-planes.txt" : "decoding-float.txt"));
    boolean packed = arithmetic.readsPacked();
    text.put("reading", text.filled(packed ? "reading-packed.txt" : "reading-plain.txt"));
    return text.archive("Decoder", "decoder.txt", List.of("files", "w", "p", "s", "rope", "fixed"));
  }

  private static void putSizes(ProgramText text, ModelConfig config) {
    int vocabulary = config.vocabularySize();
    text.put("hidden", config.hiddenSize())
        .put("layers", config.layers())
        .put("heads", config.heads())
        .put("kvHeads", config.kvHeads())
        .put("group", config.heads() / config.kvHeads())
        .put("headDim", config.headDim())
        .put("queryWidth", config.queryWidth())
        .put("kvWidth", config.kvWidth())
        .put("intermediate", config.intermediateSize())
        .put("epsilon", config.normEpsilon())
        .put("rootHidden", Math.sqrt(config.hiddenSize()))
        .put("normFloor", Math.sqrt(config.hiddenSize() * config.normEpsilon()))
        .put("qkvBias", config.biases().qkv())
        .put("attentionOutBias", config.biases().attentionOut())
        .put("mlpBias", config.biases().mlp())
        .put("windowed", config.window().inUse())
        .put("window", Math.max(1, config.window().size()))
        .put("windowedBlocks", windowedBlocks(config))
        .put("qkNorm", config.qkNorm())
        .put("vocabulary", vocabulary)
        .put("paddedVocabulary", (vocabulary + PART - 1) / PART * PART)
        .put("part", PART)
        .put("attended", ATTENDED)
        .put("top", Observation.TOP);
  }

  private static String windowedBlocks(ModelConfig config) {
    return config.window().blocks().stream()
        .map(windowed -> windowed ? "True" : "False")
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static void putWidths(ProgramText text, Arithmetic arithmetic) {
    boolean compiled = arithmetic.bfloat16() && arithmetic.packed() || arithmetic.readsPacked();
    boolean filled = arithmetic.readsPacked() && arithmetic.bfloat16();
    text.put("readWidth", compiled ? COMPILED_READ_WIDTH : 1)
        .put("leastRows", filled ? LEAST_ROWS : 1)
        .put("rows", EXPECTED_ROWS)
        .put("groupSize", Storage.INT4.group());
  }

  private static List<String> linear(Arithmetic arithmetic) {
    return switch (arithmetic.storage()) {
      case FULL -> List.of(arithmetic.packed() ? "linear-mkldnn.txt" : "linear-plain.txt");
      case INT8 -> List.of("keep-int8.txt", "linear-int8.txt", "linear-composed.txt");
      case INT8_PLANES -> List.of("keep-int8.txt");
      case INT4 -> List.of("linear-int4.txt", "linear-composed.txt");
    };
  }

  private static String joined(ProgramText text, List<String> names) {
    return names.stream().map(text::filled).collect(Collectors.joining("\n"));
  }
}
