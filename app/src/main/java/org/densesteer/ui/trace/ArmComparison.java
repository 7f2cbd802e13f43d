package org.densesteer.ui.trace;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/** Where an arm parts from another one, kept up to date while both grow. */
public final class ArmComparison {

  private final ArmViewModel arm;
  private final ArmViewModel baseline;
  private final CommonPrefix prefix;
  private final ReadOnlyIntegerWrapper firstDifference = new ReadOnlyIntegerWrapper(-1);

  /** Follows both from now on. */
  public ArmComparison(ArmViewModel arm, ArmViewModel baseline) {
    this.arm = arm;
    this.baseline = baseline;
    this.prefix = new CommonPrefix(arm.response(), baseline.response());
    arm.revisionProperty().addListener((property, before, now) -> update());
    baseline.revisionProperty().addListener((property, before, now) -> update());
    update();
  }

  private void update() {
    if (arm.response().size() == 0 || baseline.response().size() == 0) {
      prefix.reset();
    }
    firstDifference.set(prefix.firstDifference(baseline.stateProperty().get().ended()));
  }

  /** The arm that is compared. */
  public ArmViewModel arm() {
    return arm;
  }

  /** What it is compared with. */
  public ArmViewModel baseline() {
    return baseline;
  }

  /** Whether both arms had read the very same text before the token at {@code index}. */
  public boolean samePrefix(int index) {
    return index <= prefix.length();
  }

  /**
   * Index of the arm's first token that differs from the baseline's in its place, or that the
   * baseline has ended before; −1 while there is none.
   */
  public ReadOnlyIntegerProperty firstDifferenceProperty() {
    return firstDifference.getReadOnlyProperty();
  }
}
