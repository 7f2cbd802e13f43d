package org.densesteer.model.decoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.densesteer.model.checkpoint.Biases;
import org.densesteer.model.checkpoint.ModelConfig;
import org.densesteer.model.checkpoint.Rope;
import org.densesteer.model.checkpoint.RopeScaling;
import org.densesteer.model.checkpoint.SlidingWindow;
import org.junit.jupiter.api.Test;

/**
 * The programs that the texts are filled in to, held by their hashes: a change that is only meant
 * for the reader changes none. After a change of the program that is wanted, the lines that the
 * failure prints as the actual ones are the new content of {@code programs.sha256}.
 */
class DecoderTextTest {

  private static final boolean[] BOTH = {false, true};

  /** Biases, norms of queries and keys, grouped heads, and a vocabulary that is no round number. */
  private static List<ModelConfig> configs() {
    List<ModelConfig> configs = new ArrayList<>();
    for (boolean qkvBias : BOTH) {
      for (boolean qkNorm : BOTH) {
        configs.add(config(896, 24, 14, 2, 64, 4864, 151936, 1e-6, qkvBias, qkNorm));
        configs.add(config(192, 6, 4, 4, 48, 512, 465, 1e-5, qkvBias, qkNorm));
      }
    }
    return configs;
  }

  private static ModelConfig config(
      int hidden,
      int layers,
      int heads,
      int kvHeads,
      int headDim,
      int intermediate,
      int vocabulary,
      double epsilon,
      boolean qkvBias,
      boolean qkNorm) {
    return new ModelConfig(
        "qwen2",
        hidden,
        layers,
        heads,
        kvHeads,
        headDim,
        intermediate,
        vocabulary,
        1024,
        epsilon,
        new Rope(10_000, RopeScaling.NONE),
        SlidingWindow.none(layers),
        true,
        new Biases(qkvBias, false, false),
        qkNorm);
  }

  /** For every way to compute, a hash of its programs for all shapes. */
  private static String hashes() throws NoSuchAlgorithmException {
    StringBuilder lines = new StringBuilder();
    for (Storage storage : Storage.values()) {
      for (boolean bfloat16 : BOTH) {
        for (boolean packed : BOTH) {
          for (boolean small : BOTH) {
            Arithmetic arithmetic = new Arithmetic(bfloat16, packed, small, storage, "");
            lines
                .append(hash(arithmetic))
                .append(' ')
                .append(storage)
                .append(bfloat16 ? " bfloat16" : " float32")
                .append(packed ? " packed" : "")
                .append(small ? " small" : "")
                .append('\n');
          }
        }
      }
    }
    return lines.toString();
  }

  private static String hash(Arithmetic arithmetic) throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (ModelConfig config : configs()) {
      String source = DecoderText.archive(config, arithmetic).source();
      digest.update(source.getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  @Test
  void theProgramsAreThoseThatWereMeasured() throws IOException, NoSuchAlgorithmException {
    try (InputStream in = DecoderTextTest.class.getResourceAsStream("/decoder/programs.sha256")) {
      assertNotNull(in);
      assertEquals(new String(in.readAllBytes(), StandardCharsets.UTF_8), hashes());
    }
  }
}
