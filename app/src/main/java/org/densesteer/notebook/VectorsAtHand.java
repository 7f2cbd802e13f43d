package org.densesteer.notebook;

import java.util.Optional;

/** The vectors of runs, which hold only their hashes, as far as they are known here. */
public interface VectorsAtHand {

  /** What {@code --vector} is given for a vector; empty where its file is not known. */
  Optional<String> file(RunVector wanted);

  /** Its hidden-size values at its layer; empty where they are not known. */
  Optional<float[]> direction(RunSteering wanted);
}
