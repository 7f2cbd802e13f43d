package org.densesteer.steering.content;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.densesteer.files.bytes.FileBytes;

/**
 * The directions that a file holds, and what it says of them.
 *
 * @param directions at least one; the layer is missing only where there is a single one
 * @param metadata what is understood of what the file says, by the names of {@link
 *     org.densesteer.steering.VectorMetadata}
 * @param notes complete sentences about what was understood and what is not used
 */
public record FoundVector(
    List<FoundDirection> directions, Map<String, String> metadata, List<String> notes) {

  /** Freezes the collections. */
  public FoundVector {
    directions = List.copyOf(directions);
    metadata = Map.copyOf(metadata);
    notes = List.copyOf(notes);
  }

  /** Whether there is one direction for which the file names no layer. */
  public boolean lacksLayer() {
    return directions.size() == 1 && directions.get(0).layer().isEmpty();
  }

  /** What the file calls it where that is the number of no block, such as {@code layer_-1}. */
  public Optional<String> misnamedLayer() {
    return lacksLayer() && LayerName.namesNoBlock(directions.get(0).name())
        ? Optional.of(FileBytes.quote(directions.get(0).name()))
        : Optional.empty();
  }

  /**
   * Looks through a file's content.
   *
   * @param content dictionaries and lists, with whatever {@code reader} understands in them
   * @param said texts beside the content that may speak of it, such as a header's
   * @param reader makes of what a format has a map, a list, a {@link NumberArray}, a number, a
   *     truth value, a text or an {@link Unread}
   * @throws org.densesteer.common.FaultException when there is no direction, or nothing tells which
   *     of several arrays it is
   */
  public static FoundVector in(
      Object content, Map<String, String> said, UnaryOperator<Object> reader, FileBytes file) {
    ContentWalk walk = new ContentWalk(file, reader);
    walk.walk(content, Surroundings.NONE.within(said, -1));
    return new DirectionSearch(walk, file).found();
  }
}
