package org.densesteer.generation;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.densesteer.model.checkpoint.ModelConfig;
import org.densesteer.model.decoder.Decoder;
import org.densesteer.model.decoder.Logits;
import org.densesteer.model.decoder.PromptStates;
import org.densesteer.model.decoder.PromptWatch;

/** The prompts read last, newest first, bounded in number and in positions. */
public final class PromptCache implements AutoCloseable {

  private static final int MOST_PROMPTS = 4;
  private static final int MOST_POSITIONS = 4096;
  private static final long BATCH_BYTES = 256L << 20;

  private final int mostPrompts;
  private final long mostPositions;
  private final Deque<PromptStates> prompts = new ArrayDeque<>();

  private PromptCache(int mostPrompts, long mostPositions) {
    this.mostPrompts = mostPrompts;
    this.mostPositions = mostPositions;
  }

  /** For a person, who goes back and forth between a few prompts. */
  static PromptCache ofAFew() {
    return new PromptCache(MOST_PROMPTS, MOST_POSITIONS);
  }

  /** For a batch, whose prompts come back with every layer: as many as a fixed memory holds. */
  public static PromptCache forBatch(ModelConfig config) {
    long values = (long) config.layers() * (config.hiddenSize() + 2L * config.kvWidth());
    return new PromptCache(Integer.MAX_VALUE, BATCH_BYTES / (values * Float.BYTES));
  }

  /**
   * A prompt as it was found or read.
   *
   * @param states its states, owned by the cache
   * @param computedBlocks blocks computed to get them, 0 when found
   */
  public record Found(PromptStates states, int computedBlocks) {}

  /**
   * Finds a prompt or reads it.
   *
   * @param watch looks on while it is read
   * @throws FaultException when it cannot be read, or the model computes no numbers for it
   */
  public Found get(Decoder decoder, int[] ids, PromptWatch watch) {
    for (Iterator<PromptStates> i = prompts.iterator(); i.hasNext(); ) {
      PromptStates states = i.next();
      if (Arrays.equals(states.tokenIds(), ids)) {
        i.remove();
        prompts.addFirst(states);
        return new Found(states, 0);
      }
    }
    PromptStates states = decoder.read(ids, watch);
    if (!isFinite(states.logits())) {
      states.close();
      throw new FaultException(
          Texts.of(
              "The checkpoint %s cannot be run: with its weights the model computes no numbers.",
              decoder.checkpoint().folder()));
    }
    prompts.addFirst(states);
    trim();
    return new Found(states, decoder.checkpoint().config().layers());
  }

  private static boolean isFinite(Logits logits) {
    for (float logit : logits.toArray()) {
      if (!Float.isFinite(logit)) {
        return false;
      }
    }
    return true;
  }

  private void trim() {
    while (prompts.size() > 1
        && (prompts.size() > mostPrompts
            || prompts.stream().mapToInt(PromptStates::length).sum() > mostPositions)) {
      prompts.removeLast().close();
    }
  }

  @Override
  public void close() {
    prompts.forEach(PromptStates::close);
    prompts.clear();
  }
}
