package org.densesteer.steering.library;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the library knows of a vector that its file does not say.
 *
 * @param note a person's own words; may be empty
 * @param tags single words or short phrases to find it by, each once, in the order they were given
 * @param added when it came into the library; null when nobody saw it come
 */
public record Annotation(String note, List<String> tags, @Nullable Instant added) {

  /** Nothing known. */
  public static final Annotation NONE = new Annotation("", List.of(), null);

  /** Drops empty and repeated tags. */
  public Annotation {
    tags = tags.stream().map(String::strip).filter(tag -> !tag.isEmpty()).distinct().toList();
  }

  /** A copy with other words. */
  public Annotation with(String newNote, List<String> newTags) {
    return new Annotation(newNote, newTags, added);
  }
}
