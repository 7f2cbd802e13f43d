package org.densesteer.model.decoder;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import org.jspecify.annotations.Nullable;

/**
 * Memory for the logits of a step, used again when they are closed: those of many lines are 20 MB,
 * and the system gives so much anew page by page.
 */
final class LogitsRoom {

  private final PtNDManager manager;
  private final int vocabulary;
  private final PtNDArray none;
  private PtNDArray array;
  private @Nullable Logits lent;
  private boolean taken;

  LogitsRoom(PtNDManager manager, int vocabulary) {
    this.manager = manager;
    this.vocabulary = vocabulary;
    none = manager.create(new Shape(0, vocabulary), DataType.FLOAT32);
    array = none;
  }

  /** Room for so many lines, or none while the logits of the step before are in use. */
  PtNDArray take(int lines) {
    Logits before = lent;
    taken = before == null || before.closed();
    if (!taken) {
      return none;
    }
    if (array.getShape().get(0) < lines) {
      if (array != none) {
        array.close();
      }
      array = manager.create(new Shape(lines, vocabulary), DataType.FLOAT32);
    }
    return array;
  }

  /** What a step wrote into the room that it was given. */
  Logits lent(Logits logits) {
    if (taken) {
      lent = logits;
    }
    return logits;
  }
}
