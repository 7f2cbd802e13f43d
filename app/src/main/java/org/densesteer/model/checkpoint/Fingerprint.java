package org.densesteer.model.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import org.densesteer.common.AtomicFiles;
import org.densesteer.common.FaultException;

/**
 * Tells checkpoints apart without reading gigabytes: SHA-256 over every tensor's name, type and
 * shape, and 64 bytes from the middle of each.
 */
public final class Fingerprint {

  private static final int SAMPLE_BYTES = 64;

  private Fingerprint() {}

  /** 16 hexadecimal digits, the same for the same weights however they are sharded. */
  public static String of(WeightIndex weights) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (WeightIndex.Location location : new TreeMap<>(weights.tensors()).values()) {
        digest.update(location.entry().toString().getBytes(StandardCharsets.UTF_8));
        digest.update(sample(location));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static ByteBuffer sample(WeightIndex.Location location) {
    Path path = location.file().path();
    long length = location.entry().end() - location.entry().begin();
    ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(SAMPLE_BYTES, length));
    long at = location.file().position(location.entry()) + (length - bytes.capacity()) / 2;
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      while (bytes.hasRemaining() && channel.read(bytes, at + bytes.position()) >= 0) {
        continue;
      }
    } catch (IOException e) {
      throw new FaultException("Cannot read " + path + ": " + AtomicFiles.reason(e) + ".", e);
    }
    return bytes.flip();
  }
}
