package org.densesteer.model.memory;

import java.util.Optional;
import org.densesteer.common.Texts;

/**
 * The memory that a model takes once it is loaded: its weights as often as they are held, and the
 * key/value cache.
 *
 * @param weightBytes size of the weight files
 * @param copies how often the weights are held, in units of {@code weightBytes}: 1 when they are
 *     only mapped, 2 with a packed copy beside, 3 for 16-bit files with a float32 copy
 * @param cacheBytes size of the key/value cache and other buffers
 */
public record MemoryNeed(long weightBytes, double copies, long cacheBytes) {

  /** Checks that nothing is negative. */
  public MemoryNeed {
    if (weightBytes < 0 || !(copies >= 0) || cacheBytes < 0) {
      throw new IllegalArgumentException("negative memory need");
    }
  }

  /**
   * Bytes of a key/value cache: keys and values of {@code rows × positions} tokens in every block.
   *
   * @param valueBytes bytes of one number: 4 for float32, 2 for bfloat16
   */
  public static long keyValueCache(
      int layers, int rows, int kvHeads, int headDim, int positions, int valueBytes) {
    return 2L * layers * rows * kvHeads * headDim * positions * valueBytes;
  }

  /** All of it, in bytes. */
  public long totalBytes() {
    return Math.round(weightBytes * copies) + cacheBytes;
  }

  /** The sentence that refuses to load {@code model}, or nothing when it fits. */
  public Optional<String> refusal(String model, FreeMemory free) {
    if (totalBytes() <= free.bytes()) {
      return Optional.empty();
    }
    return Optional.of(
        Texts.of(
            "%s needs about %s of memory (%s of weights %s%s) but only %s is free (%s):"
                + " close other programs, or choose a smaller model or a smaller precision.",
            model,
            ByteSize.text(totalBytes()),
            ByteSize.text(weightBytes),
            times(),
            cacheBytes == 0 ? "" : ", " + ByteSize.text(cacheBytes) + " of cache",
            ByteSize.text(free.bytes()),
            free.source()));
  }

  /**
   * Refuses to load {@code model} when it does not fit.
   *
   * @throws MemoryFault with the sentence of {@link #refusal}
   */
  public void requireFits(String model, FreeMemory free) {
    refusal(model, free)
        .ifPresent(
            sentence -> {
              throw new MemoryFault(sentence, totalBytes() - free.bytes());
            });
  }

  private String times() {
    String factor = Texts.of("%.2f", copies);
    return switch (factor) {
      case "1.00" -> "once";
      case "2.00" -> "twice";
      default -> "× " + factor;
    };
  }
}
