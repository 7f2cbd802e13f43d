package org.densesteer.common;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done, in this order, when the process ends, by itself or by a signal. Java would run
 * hooks of its own all at once; here a job that puts its state away may still use what is closed
 * after it.
 */
public final class ExitSequence {

  private static final Logger LOG = LoggerFactory.getLogger(ExitSequence.class);
  private static final ExitSequence PROCESS = hooked();

  /** When something is done. */
  public enum Stage {
    /** Running jobs stop and put away what they have. */
    JOBS,
    /** The native engine is left, never to be entered again. */
    ENGINE
  }

  private final Map<Stage, List<Runnable>> actions = new EnumMap<>(Stage.class);

  private volatile boolean underWay;

  ExitSequence() {
    for (Stage stage : Stage.values()) {
      actions.put(stage, new CopyOnWriteArrayList<>());
    }
  }

  /** The sequence that this process ends with. */
  public static ExitSequence ofProcess() {
    return PROCESS;
  }

  private static ExitSequence hooked() {
    ExitSequence sequence = new ExitSequence();
    try {
      Runtime.getRuntime().addShutdownHook(new Thread(sequence::run, "exit-sequence"));
    } catch (IllegalStateException e) {
      LOG.debug("The process is ending already; nothing is left to be done in order.");
    }
    return sequence;
  }

  /** Adds an action, which may take its time but must come to an end. */
  public void add(Stage stage, Runnable action) {
    actions(stage).add(action);
  }

  /** Takes back an action that is no longer needed. */
  public void remove(Stage stage, Runnable action) {
    actions(stage).remove(action);
  }

  private List<Runnable> actions(Stage stage) {
    return actions.getOrDefault(stage, List.of());
  }

  /** Whether the process is ending; what fails from then on is of no interest. */
  public boolean underWay() {
    return underWay;
  }

  void run() {
    underWay = true;
    for (Stage stage : Stage.values()) {
      for (Runnable action : actions(stage)) {
        try {
          action.run();
        } catch (RuntimeException e) {
          LOG.debug("An action at the exit failed.", e);
        }
      }
    }
  }
}
