package org.densesteer.model.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import org.densesteer.common.AtomicFiles;
import org.densesteer.common.FaultException;

/**
 * Where the output head comes from when a configuration ties it to the embedding. As transformers 5
 * does: the file's own head is used where it differs, and either tensor serves as both where only
 * one is there.
 */
final class OutputHead {

  private static final int BLOCK = 1 << 22;

  private OutputHead() {}

  /** Whether both tensors are there and differ. */
  static boolean isOwn(WeightIndex weights) {
    if (!weights.has(ExpectedWeight.HEAD) || !weights.has(ExpectedWeight.EMBEDDING)) {
      return false;
    }
    WeightIndex.Location head = weights.tensors().get(ExpectedWeight.HEAD);
    WeightIndex.Location embedding = weights.tensors().get(ExpectedWeight.EMBEDDING);
    return head.entry().dtype() != embedding.entry().dtype() || !sameBytes(head, embedding);
  }

  /** Knows a head that stands alone by the embedding's name too. */
  static WeightIndex asEmbedding(WeightIndex weights) {
    return weights.has(ExpectedWeight.HEAD) && !weights.has(ExpectedWeight.EMBEDDING)
        ? weights.alias(ExpectedWeight.HEAD, ExpectedWeight.EMBEDDING)
        : weights;
  }

  private static boolean sameBytes(WeightIndex.Location one, WeightIndex.Location other) {
    long length = one.entry().end() - one.entry().begin();
    if (length != other.entry().end() - other.entry().begin()) {
      return false;
    }
    try (FileChannel a = FileChannel.open(one.file().path(), StandardOpenOption.READ);
        FileChannel b = FileChannel.open(other.file().path(), StandardOpenOption.READ)) {
      for (long at = 0; at < length; at += BLOCK) {
        long count = Math.min(BLOCK, length - at);
        if (!block(a, one, at, count).equals(block(b, other, at, count))) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      throw new FaultException(
          "Cannot read " + one.file().path() + ": " + AtomicFiles.reason(e) + ".", e);
    }
  }

  private static ByteBuffer block(
      FileChannel channel, WeightIndex.Location location, long at, long count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate((int) count);
    long from = location.file().position(location.entry()) + at;
    while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
      continue;
    }
    return bytes.flip();
  }
}
