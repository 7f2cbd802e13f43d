package org.densesteer.notebook;

import java.util.Map;
import java.util.Optional;

/**
 * The vectors that a session file holds. Of their files only those are known that every
 * installation has.
 *
 * @param session what was read
 * @param names by the hash of its values, what {@code --vector} calls a vector that is always there
 */
public record SessionVectors(Session session, Map<String, String> names) implements VectorsAtHand {

  /** Freezes the names. */
  public SessionVectors {
    names = Map.copyOf(names);
  }

  @Override
  public Optional<String> file(RunVector wanted) {
    return Optional.ofNullable(names.get(wanted.hash()));
  }

  @Override
  public Optional<float[]> direction(RunSteering wanted) {
    return Optional.ofNullable(session.vectors().get(wanted.vectorHash()))
        .map(vector -> vector.direction(wanted.layer()));
  }
}
