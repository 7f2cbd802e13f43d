package org.densesteer.generation;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import org.densesteer.common.Cancellation;
import org.densesteer.model.decoder.Decoder;
import org.densesteer.model.decoder.PromptStates;

/** The prompts read last, newest first, bounded in number and in positions. */
final class PromptCache implements AutoCloseable {

  private static final int MOST_PROMPTS = 4;
  private static final int MOST_POSITIONS = 4096;

  private final Deque<PromptStates> prompts = new ArrayDeque<>();

  /**
   * A prompt as it was found or read.
   *
   * @param states its states, owned by the cache
   * @param computedBlocks blocks computed to get them, 0 when found
   */
  record Found(PromptStates states, int computedBlocks) {}

  Found get(Decoder decoder, int[] ids, Cancellation cancellation) {
    for (Iterator<PromptStates> i = prompts.iterator(); i.hasNext(); ) {
      PromptStates states = i.next();
      if (Arrays.equals(states.tokenIds(), ids)) {
        i.remove();
        prompts.addFirst(states);
        return new Found(states, 0);
      }
    }
    PromptStates states = decoder.read(ids, cancellation);
    prompts.addFirst(states);
    trim();
    return new Found(states, decoder.checkpoint().config().layers());
  }

  private void trim() {
    while (prompts.size() > 1
        && (prompts.size() > MOST_PROMPTS
            || prompts.stream().mapToInt(PromptStates::length).sum() > MOST_POSITIONS)) {
      prompts.removeLast().close();
    }
  }

  @Override
  public void close() {
    prompts.forEach(PromptStates::close);
    prompts.clear();
  }
}
