package org.densesteer.ui.common;

import java.util.function.Consumer;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;

/**
 * Ties a control to a value of a view model: it shows that value, and what a person makes of it is
 * handed on as a wish. A wish that is not granted, such as a layer that a vector lacks, leaves the
 * control as it was.
 */
public final class TwoWay {

  private TwoWay() {}

  /** Ties a control's own value; null is not shown. */
  public static <T> void tie(
      Property<T> control, ObservableValue<? extends T> shown, Consumer<? super T> wish) {
    tie(
        control,
        () -> {
          T now = shown.getValue();
          if (now != null) {
            control.setValue(now);
          }
        },
        wish,
        shown);
  }

  /**
   * Ties a control that has more to follow, such as its bounds. What it does to its value by itself
   * meanwhile is nobody's wish.
   *
   * @param control what a person changes
   * @param show brings the control to what is to be shown
   * @param shown what that depends on
   */
  public static <T> void tie(
      ObservableValue<T> control,
      Runnable show,
      Consumer<? super T> wish,
      ObservableValue<?>... shown) {
    boolean[] showing = {false};
    Runnable quietly =
        () -> {
          showing[0] = true;
          show.run();
          showing[0] = false;
        };
    quietly.run();
    for (ObservableValue<?> each : shown) {
      each.subscribe((before, now) -> quietly.run());
    }
    control.subscribe(
        (before, now) -> {
          if (!showing[0]) {
            wish.accept(now);
            quietly.run();
          }
        });
  }
}
