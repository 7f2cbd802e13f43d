package org.densesteer.model.decoder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.densesteer.model.checkpoint.ModelConfig;
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

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]+)}");

  private DecoderText() {}

  static TorchArchive archive(ModelConfig config, Arithmetic arithmetic) {
    Map<String, String> values = new TreeMap<>();
    values.put("hidden", String.valueOf(config.hiddenSize()));
    values.put("layers", String.valueOf(config.layers()));
    values.put("heads", String.valueOf(config.heads()));
    values.put("kvHeads", String.valueOf(config.kvHeads()));
    values.put("group", String.valueOf(config.heads() / config.kvHeads()));
    values.put("headDim", String.valueOf(config.headDim()));
    values.put("queryWidth", String.valueOf(config.queryWidth()));
    values.put("epsilon", String.valueOf(config.normEpsilon()));
    values.put("rootHidden", String.valueOf(Math.sqrt(config.hiddenSize())));
    values.put("normFloor", String.valueOf(Math.sqrt(config.hiddenSize() * config.normEpsilon())));
    values.put("qkvBias", python(config.biases().qkv()));
    values.put("qkNorm", python(config.qkNorm()));
    values.put("grouped", python(config.heads() != config.kvHeads()));
    values.put("vocabulary", String.valueOf(config.vocabularySize()));
    values.put("paddedVocabulary", String.valueOf((config.vocabularySize() + 127) / 128 * 128));
    values.put("intermediate", String.valueOf(config.intermediateSize()));
    values.put("kvWidth", String.valueOf(config.kvWidth()));
    boolean compiled = arithmetic.bfloat16() && arithmetic.packed() || arithmetic.readsPacked();
    values.put("readWidth", String.valueOf(compiled ? COMPILED_READ_WIDTH : 1));
    boolean filled = arithmetic.readsPacked() && arithmetic.bfloat16();
    values.put("leastRows", String.valueOf(filled ? LEAST_ROWS : 1));
    values.put("rows", String.valueOf(EXPECTED_ROWS));
    values.put("linear", texts(linear(arithmetic), values));
    boolean planes = arithmetic.storage() == Storage.INT8_PLANES;
    values.put(
        "decoding", texts(List.of(planes ? "decoding-planes.txt" : "decoding-float.txt"), values));
    String reading = arithmetic.readsPacked() ? "reading-packed.txt" : "reading-plain.txt";
    values.put("reading", texts(List.of(reading), values));
    return new TorchArchive(
        "Decoder",
        fill(resource("decoder.txt"), values),
        List.of("files", "w", "p", "s", "rope", "fixed"));
  }

  private static List<String> linear(Arithmetic arithmetic) {
    return switch (arithmetic.storage()) {
      case FULL -> List.of(arithmetic.packed() ? "linear-mkldnn.txt" : "linear-plain.txt");
      case INT8 -> List.of("keep-int8.txt", "linear-int8.txt", "linear-composed.txt");
      case INT8_PLANES -> List.of("keep-int8.txt");
      case INT4 -> List.of("linear-int4.txt", "linear-composed.txt");
    };
  }

  private static String texts(List<String> names, Map<String, String> values) {
    return names.stream()
        .map(name -> fill(resource(name), values).stripTrailing())
        .collect(Collectors.joining("\n"));
  }

  private static String fill(String text, Map<String, String> values) {
    Matcher matcher = PLACEHOLDER.matcher(text);
    return matcher.replaceAll(m -> Matcher.quoteReplacement(values.get(m.group(1))));
  }

  private static String python(boolean value) {
    return value ? "True" : "False";
  }

  private static String resource(String name) {
    try (InputStream in = DecoderText.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program text " + name + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
