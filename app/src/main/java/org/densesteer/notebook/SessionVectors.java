package org.densesteer.notebook;

import java.util.Optional;

/**
 * The vectors that a session file holds. Their files are not known.
 *
 * @param session what was read
 */
public record SessionVectors(Session session) implements VectorsAtHand {

  @Override
  public Optional<String> file(RunVector wanted) {
    return Optional.empty();
  }

  @Override
  public Optional<float[]> direction(RunSteering wanted) {
    return Optional.ofNullable(session.vectors().get(wanted.vectorHash()))
        .map(vector -> vector.direction(wanted.layer()));
  }
}
