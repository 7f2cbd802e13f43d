package org.densesteer.ui.charts;

import io.fair_acc.dataset.DataSet;
import io.fair_acc.dataset.locks.DataSetLock;
import io.fair_acc.dataset.spi.DoubleDataSet;
import java.util.function.Supplier;

/**
 * Points that only the window's thread touches, without a lock. chart-fx holds a read lock from the
 * moment a chart enters a scene until the end of the next pulse; new points that come in between
 * would wait for it on the very thread that has to give it back.
 */
@SuppressWarnings("unchecked") // the superclass overrides a generic lock() in just this way
final class UnlockedPoints extends DoubleDataSet {

  private static final long serialVersionUID = 1L;

  private final transient ArmPattern pattern;

  /**
   * No points yet.
   *
   * @param pattern what tells them from others without colour
   */
  UnlockedPoints(String name, ArmPattern pattern) {
    super(name);
    this.pattern = pattern;
  }

  ArmPattern pattern() {
    return pattern;
  }

  @Override
  public DataSetLock<? extends DataSet> lock() {
    return new NoLock<>(this);
  }

  private record NoLock<D extends DataSet>(D points) implements DataSetLock<D> {

    @Override
    public D readLock() {
      return points;
    }

    @Override
    public D readLockGuard(Runnable reading) {
      reading.run();
      return points;
    }

    @Override
    public <R> R readLockGuard(Supplier<R> reading) {
      return reading.get();
    }

    @Override
    public D readLockGuardOptimistic(Runnable reading) {
      reading.run();
      return points;
    }

    @Override
    public <R> R readLockGuardOptimistic(Supplier<R> reading) {
      return reading.get();
    }

    @Override
    public D readUnLock() {
      return points;
    }

    @Override
    public D writeLock() {
      return points;
    }

    @Override
    public D writeLockGuard(Runnable writing) {
      writing.run();
      return points;
    }

    @Override
    public <R> R writeLockGuard(Supplier<R> writing) {
      return writing.get();
    }

    @Override
    public D writeUnLock() {
      return points;
    }
  }
}
