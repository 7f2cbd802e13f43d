package org.densesteer.model.decoder;

import org.densesteer.model.checkpoint.BlockWeight;
import org.densesteer.model.checkpoint.ExpectedWeight;
import org.densesteer.model.torch.ProgramText;

/**
 * Where the decoder's program has which weight in its lists {@code w}, {@code p} and {@code s}. The
 * legend in {@code decoder.txt} says what they are.
 */
final class WeightSlots {

  /** Entries of {@code w} that a block has. */
  private static final int BLOCK = BlockWeight.values().length;

  /** Entries of {@code p}, and of {@code s}, that a block has. */
  static final int PACKED_BLOCK = Packed.values().length;

  /** Behind the last block in {@code w}: {@link ExpectedWeight#aroundBlocks}, and what follows. */
  private enum Around {
    EMBEDDING,
    FINAL_NORM,
    HEAD,
    SCALED_NORMS
  }

  /** What a block has in {@code p}; the head stands behind the last block. */
  private enum Packed {
    QKV,
    QKV_BIAS,
    OUT,
    GATE,
    UP,
    DOWN
  }

  private WeightSlots() {}

  /** The embedding's number in {@code w}. */
  static int embedding(int layers) {
    return layers * BLOCK + Around.EMBEDDING.ordinal();
  }

  static void putInto(ProgramText text) {
    text.put("blockWeights", BLOCK)
        .putPlaces("", BlockWeight.values())
        .putPlaces("", Around.values())
        .put("packedBlock", PACKED_BLOCK)
        .putPlaces("PACKED_", Packed.values());
  }
}
