package org.densesteer.common;

import java.nio.file.Path;
import java.util.Optional;

/** A process of its own that takes a lock, says whether it has it, and ends with its input. */
final class LockTaker {

  private LockTaker() {}

  public static void main(String[] args) throws Exception {
    Path file = Path.of(args[0]);
    Optional<OwnerLock> lock = OwnerLock.take(file);
    System.out.println(lock.isPresent() ? "taken" : "refused: " + OwnerLock.owner(file));
    System.in.read();
  }
}
