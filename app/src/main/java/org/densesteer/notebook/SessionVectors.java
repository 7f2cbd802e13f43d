package org.densesteer.notebook;

import java.util.Optional;
import java.util.function.Function;

/**
 * The vectors that a session file holds. Of their files only those are known that every
 * installation has.
 *
 * @param session what was read
 * @param names what {@code --vector} calls a vector that is always there; empty for others
 */
public record SessionVectors(Session session, Function<RunVector, Optional<String>> names)
    implements VectorsAtHand {

  @Override
  public Optional<String> file(RunVector wanted) {
    return names.apply(wanted);
  }

  @Override
  public Optional<float[]> direction(RunSteering wanted) {
    return Optional.ofNullable(session.vectors().get(wanted.vectorHash()))
        .map(vector -> vector.direction(wanted.layer()));
  }
}
