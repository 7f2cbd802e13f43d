package org.densesteer.evaluation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over a sequence of values, each with its length, so that no two sequences look alike. */
public final class Fingerprint {

  private final MessageDigest digest;

  /** Starts with nothing. */
  public Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  /** Adds a text. */
  public Fingerprint add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
    return this;
  }

  /** Adds the exact bits of some values. */
  public Fingerprint add(float[] values) {
    ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES + values.length * Float.BYTES);
    buffer.putInt(values.length);
    for (float value : values) {
      buffer.putFloat(value);
    }
    digest.update(buffer.array());
    return this;
  }

  /** The digest as 64 hexadecimal digits; this object is used up. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
