package org.densesteer.hub;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Compares a file with the checksum that its ETag is. */
final class BlobChecksum {

  private static final int PIECE = 1 << 20;

  private BlobChecksum() {}

  /**
   * Whether the content is the one that {@code file} names: its SHA-256 when the ETag has 64
   * hexadecimal digits; when it has 40, Git's hash of a blob, SHA-1 over {@code "blob " + length +
   * NUL + content}. Another kind of ETag, as some mirrors send, cannot be compared: the length must
   * do.
   */
  static boolean matches(RemoteFile file, Path content, Watch watch) throws IOException {
    try (FileChannel channel = FileChannel.open(content)) {
      if (channel.size() != file.size()) {
        return false;
      }
      String etag = file.etag();
      if (etag.matches("[0-9a-f]{64}")) {
        return etag.equals(hash(channel, digest("SHA-256"), watch));
      }
      if (etag.matches("[0-9a-f]{40}")) {
        MessageDigest git = digest("SHA-1");
        git.update(("blob " + file.size() + "\0").getBytes(StandardCharsets.US_ASCII));
        return etag.equals(hash(channel, git, watch));
      }
      return true;
    }
  }

  private static String hash(FileChannel channel, MessageDigest digest, Watch watch)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(PIECE);
    while (channel.read(buffer) >= 0) {
      watch.check();
      digest.update(buffer.flip());
      buffer.clear();
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }
}
