package org.densesteer.model.checkpoint;

import java.util.Collections;
import java.util.List;

/**
 * Attention that looks back over a limited number of positions.
 *
 * @param size positions that a token of such a block sees, itself included
 * @param blocks for every block whether it has the window
 */
public record SlidingWindow(int size, List<Boolean> blocks) {

  /** Freezes the list. */
  public SlidingWindow {
    blocks = List.copyOf(blocks);
  }

  /** Every block sees everything. */
  public static SlidingWindow none(int layers) {
    return new SlidingWindow(0, Collections.nCopies(layers, false));
  }

  /** Whether some block has the window. */
  public boolean inUse() {
    return blocks.contains(true);
  }
}
