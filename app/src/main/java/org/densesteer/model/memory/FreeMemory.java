package org.densesteer.model.memory;

/**
 * What this process may still take without the system running out.
 *
 * @param bytes free memory, caches that the system gives back counted as free
 * @param source where the figure comes from, a few words for a person
 */
public record FreeMemory(long bytes, String source) {

  /** The tighter of two limits. */
  public FreeMemory atMost(FreeMemory other) {
    return other.bytes < bytes ? other : this;
  }
}
