package org.densesteer.steering.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.densesteer.files.bytes.FileBytes;
import org.densesteer.steering.VectorGate;
import org.densesteer.steering.VectorMetadata;

/** Compares what a file says about its vector with the vector that it holds. */
final class MetadataCheck {

  /** The version of our own layout of a vector with a constant strength. */
  private static final String PLAIN = "1";

  /** That of one with a gate, so that who does not know of gates says so. */
  private static final String GATED = "2";

  /** Where our vectors are added. */
  static final String DECODER_BLOCK_OUTPUT = "decoder_block_output";

  private static final int LONGEST_REASON = 250;

  private MetadataCheck() {}

  /** The version of our own layout that is written. */
  static String version(VectorMetadata metadata) {
    return metadata.get(VectorMetadata.GATE).isEmpty() ? PLAIN : GATED;
  }

  /** The same of a vector without its gate. */
  static VectorMetadata ungated(VectorMetadata metadata) {
    VectorMetadata plain = VectorGate.without(metadata);
    return metadata.get(VectorMetadata.FORMAT_VERSION).equals(GATED)
        ? plain.with(VectorMetadata.FORMAT_VERSION, PLAIN)
        : plain;
  }

  /** Complete sentences about contradictions. */
  static List<String> warnings(VectorMetadata metadata, Set<Integer> layers, int width) {
    List<String> warnings = new ArrayList<>();
    String version = metadata.get(VectorMetadata.FORMAT_VERSION);
    if (!version.isEmpty() && !version.equals(PLAIN) && !version.equals(GATED)) {
      warnings.add(
          Texts.of(
              "The file has layout version %s, this workbench knows versions %s and %s.",
              FileBytes.quote(version), PLAIN, GATED));
    }
    try {
      VectorGate.read(metadata, width);
    } catch (FaultException e) {
      warnings.add(
          Texts.of(
              "The file's gate is not used, and the strength is constant: %s",
              FileBytes.printable(String.valueOf(e.getMessage()), LONGEST_REASON)));
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
    String positions = metadata.get(VectorMetadata.POSITIONS);
    if (!positions.isEmpty() && metadata.positions().isEmpty()) {
      warnings.add(
          Texts.of(
              "The positions %s of the file are not known here: every position is steered.",
              FileBytes.quote(positions)));
    }
    String operator = metadata.get(VectorMetadata.OPERATOR);
    if (!operator.isEmpty() && metadata.operator().isEmpty()) {
      warnings.add(
          Texts.of(
              "The operator %s of the file is not known here: the vector is added.",
              FileBytes.quote(operator)));
    }
    String layer = metadata.get(VectorMetadata.RECOMMENDED_LAYER);
    if (!layer.isEmpty() && metadata.recommendedLayer().isEmpty()) {
      warnings.add(
          Texts.of(
              "The recommended layer %s is no whole number and is not used.",
              FileBytes.quote(layer)));
    }
    metadata
        .recommendedLayer()
        .ifPresent(
            number -> {
              if (!layers.contains(number)) {
                warnings.add("The recommended layer " + number + " is not in the file.");
              }
            });
    String strength = metadata.get(VectorMetadata.RECOMMENDED_STRENGTH);
    if (!strength.isEmpty() && metadata.recommendedStrength().isEmpty()) {
      warnings.add(
          Texts.of(
              "The recommended strength %s is no finite number and is not used.",
              FileBytes.quote(strength)));
    }
    return warnings;
  }
}
