package org.densesteer.steering.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.densesteer.common.Texts;
import org.densesteer.files.bytes.FileBytes;
import org.densesteer.steering.VectorMetadata;

/** Compares what a file says about its vector with the vector that it holds. */
final class MetadataCheck {

  /** The version of our own layout that is written. */
  static final String FORMAT_VERSION = "1";

  /** Where our vectors are added. */
  static final String DECODER_BLOCK_OUTPUT = "decoder_block_output";

  private MetadataCheck() {}

  /** Complete sentences about contradictions. */
  static List<String> warnings(VectorMetadata metadata, Set<Integer> layers, int width) {
    List<String> warnings = new ArrayList<>();
    String version = metadata.get(VectorMetadata.FORMAT_VERSION);
    if (!version.isEmpty() && !version.equals(FORMAT_VERSION)) {
      warnings.add(
          Texts.of(
              "The file has layout version %s, this workbench knows version %s.",
              FileBytes.quote(version), FORMAT_VERSION));
    }
    String hook = metadata.get(VectorMetadata.HOOK);
    if (!hook.isEmpty() && !hook.equals(DECODER_BLOCK_OUTPUT)) {
      warnings.add(
          Texts.of(
              "The vector was made for %s; here it is added to the output of a decoder block.",
              FileBytes.quote(hook)));
    }
    String size = metadata.get(VectorMetadata.HIDDEN_SIZE);
    if (!size.isEmpty() && !size.equals(String.valueOf(width))) {
      warnings.add(
          Texts.of(
              "The metadata says that the vector is %s wide, but it is %d wide.",
              FileBytes.quote(size), width));
    }
    metadata
        .recommendedLayer()
        .ifPresent(
            layer -> {
              if (!layers.contains(layer)) {
                warnings.add("The recommended layer " + layer + " is not in the file.");
              }
            });
    return warnings;
  }
}
