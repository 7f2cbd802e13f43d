package org.densesteer.ui.charts;

import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.axes.Axis;

/**
 * A chart that can be made to let go of its data. chart-fx locks data sets for reading from before
 * a layout until after the next pulse: also when the chart enters a scene or is laid out by hand,
 * and for good when it leaves the scene in between. Writing to them meanwhile would block this very
 * thread for ever.
 */
final class ReleasableChart extends XYChart {

  private boolean locked;

  ReleasableChart(Axis xAxis, Axis yAxis) {
    super(xAxis, yAxis);
  }

  /** Makes the data sets writable; they must be written to next, which asks for a new drawing. */
  void release() {
    if (locked) {
      clearStates();
    }
  }

  @Override
  protected void ensureLockedDataSets() {
    super.ensureLockedDataSets();
    locked = true;
  }

  @Override
  protected void clearStates() {
    super.clearStates();
    locked = false;
  }
}
