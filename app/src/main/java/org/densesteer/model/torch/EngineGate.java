package org.densesteer.model.torch;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.densesteer.common.ExitSequence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every call into the native engine passes here, so that none is under way when the process ends.
 * At its exit the engine takes its tables apart while threads of Java are still running, and a call
 * that finds them gone brings the whole process down. Once shut, the gate keeps every caller
 * waiting for the end.
 */
final class EngineGate {

  /** The gate of this process's engine. */
  static final EngineGate PROCESS = ofProcess();

  private static final Logger LOG = LoggerFactory.getLogger(EngineGate.class);

  /** Longer than any one call takes, such as reading 512 positions of a prompt. */
  private static final int LONGEST_WAIT_SECONDS = 30;

  /** For what a thread does between two calls, such as copying a result. */
  private static final int BETWEEN_CALLS_MS = 50;

  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

  private static EngineGate ofProcess() {
    EngineGate gate = new EngineGate();
    ExitSequence.ofProcess()
        .add(
            ExitSequence.Stage.ENGINE,
            () -> {
              if (gate.shut(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                settle();
              } else {
                LOG.warn("The engine did not come to rest before the exit.");
              }
            });
    return gate;
  }

  /** Makes a call; several threads may be inside at once. Does not return once the gate is shut. */
  <T> T pass(Supplier<T> call) {
    lock.readLock().lock();
    try {
      return call.get();
    } finally {
      lock.readLock().unlock();
    }
  }

  /**
   * Lets nobody in any more and waits for those inside.
   *
   * @return whether all came out in time; when they did not, the gate stays open
   */
  boolean shut(long time, TimeUnit unit) {
    try {
      return lock.writeLock().tryLock(time, unit);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void settle() {
    try {
      Thread.sleep(BETWEEN_CALLS_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
