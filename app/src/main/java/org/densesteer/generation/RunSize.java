package org.densesteer.generation;

import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.densesteer.model.checkpoint.ModelConfig;
import org.densesteer.model.decoder.KvCache;
import org.densesteer.model.memory.ByteSize;
import org.densesteer.model.memory.FreeMemory;
import org.densesteer.model.memory.MemoryNeed;

/**
 * What a run will take in memory beyond the loaded model, told before it begins: keys and values of
 * its rows, and those of its prompt, which is kept for the next run.
 *
 * @param rows arms, and an unsteered twin for each arm that is steered
 * @param positions tokens of the prompt and of the longest answer
 * @param bytes all of it
 */
record RunSize(int rows, int positions, long bytes) {

  /** What was asked for when the model was loaded, {@link LoadedSize}, is enough for less. */
  private static final long LEAST_BYTES = 256L << 20;

  static RunSize of(GenerationRequest request, ModelConfig config, int valueBytes) {
    int prompt = request.prompt().tokenIds().length;
    int positions = (int) Math.min((long) prompt + request.maxNewTokens(), config.maxPositions());
    long twins = request.arms().stream().filter(arm -> !arm.steerings().isEmpty()).count();
    int rows = request.arms().size() + (int) twins;
    return new RunSize(
        rows,
        positions,
        cache(config, rows, positions, valueBytes) + cache(config, 1, prompt, valueBytes));
  }

  private static long cache(ModelConfig config, int rows, int positions, int valueBytes) {
    return MemoryNeed.keyValueCache(
        config.layers(),
        rows,
        config.kvHeads(),
        config.headDim(),
        positions + KvCache.SPARE,
        valueBytes);
  }

  /** Whether it is so much that the free memory is worth a look. */
  boolean large() {
    return bytes >= LEAST_BYTES;
  }

  /**
   * Refuses a run that does not fit.
   *
   * @throws FaultException with a sentence that says what would be needed
   */
  void requireFits(FreeMemory free) {
    if (bytes > free.bytes()) {
      throw new FaultException(
          Texts.of(
              "The run would need about %s of memory, for keys and values of %d rows of up to %d"
                  + " tokens, but only %s is free (%s): close other programs, shorten the prompt or"
                  + " the longest answer, or compare fewer arms.",
              ByteSize.text(bytes), rows, positions, ByteSize.text(free.bytes()), free.source()));
    }
  }
}
