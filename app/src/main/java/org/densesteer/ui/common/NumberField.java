package org.densesteer.ui.common;

import java.util.OptionalDouble;
import javafx.application.Platform;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.densesteer.common.Texts;

/**
 * A box for one number. Enter or leaving the box takes what was typed; what is no number within the
 * bounds is marked, and taken back when the box is left. Arrow keys step, with Shift finely.
 */
public final class NumberField extends TextField {

  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

  private final DoubleProperty value = new SimpleDoubleProperty(this, "value");
  private double min = -Double.MAX_VALUE;
  private double max = Double.MAX_VALUE;
  private double step = 1;
  private boolean whole;
  private boolean signed;

  /** Creates a box that shows 0. */
  public NumberField() {
    getStyleClass().addAll("number-field", "figure");
    value.addListener((property, before, now) -> show());
    setOnAction(event -> commit());
    focusedProperty()
        .addListener(
            (property, before, now) -> {
              if (now) {
                // After the click that brought the focus has set the caret.
                Platform.runLater(this::selectAll);
              } else {
                commit();
                show();
              }
            });
    textProperty().addListener((property, before, now) -> pseudoClassStateChanged(WRONG, false));
    addEventFilter(KeyEvent.KEY_PRESSED, this::stepByKey);
    addEventFilter(KeyEvent.KEY_PRESSED, this::undoOfWindow);
    show();
  }

  private void stepByKey(KeyEvent event) {
    int direction =
        switch (event.getCode()) {
          case UP -> 1;
          case DOWN -> -1;
          default -> 0;
        };
    if (direction != 0 && !event.isShortcutDown() && !event.isAltDown()) {
      double by = step * (event.isShiftDown() && !whole ? 0.1 : 1);
      setValue(Math.round((getValue() + direction * by) / by) * by);
      event.consume();
    }
  }

  /** With nothing half typed, undo means the number's last change, not the text's. */
  private void undoOfWindow(KeyEvent event) {
    boolean undoes = event.isShortcutDown() && event.getCode() == KeyCode.Z;
    if (undoes && getText().equals(format(getValue()))) {
      getScene().getAccelerators().entrySet().stream()
          .filter(entry -> entry.getKey().match(event))
          .findFirst()
          .ifPresent(entry -> entry.getValue().run());
      event.consume();
    }
  }

  private void commit() {
    OptionalDouble typed = Numbers.parse(getText());
    boolean right =
        typed.isPresent()
            && typed.getAsDouble() >= min
            && typed.getAsDouble() <= max
            && (!whole || typed.getAsDouble() == Math.rint(typed.getAsDouble()));
    if (!right) {
      pseudoClassStateChanged(WRONG, true);
    } else if (!getText().equals(format(getValue()))) {
      setValue(typed.getAsDouble());
      show();
    }
  }

  private void show() {
    setText(format(getValue()));
  }

  private String format(double number) {
    if (whole) {
      return Texts.of("%.0f", number);
    }
    return signed ? Numbers.signed(number) : Texts.of("%.2f", number);
  }

  /** The number. */
  public DoubleProperty valueProperty() {
    return value;
  }

  /** The number. */
  public double getValue() {
    return value.get();
  }

  /** Shows another number, the nearest within the bounds. */
  public void setValue(double number) {
    value.set(Math.min(Math.max(number, min), max));
  }

  /** Smallest number that is taken. */
  public double getMin() {
    return min;
  }

  /** Sets the smallest number that is taken. */
  public void setMin(double min) {
    this.min = min;
  }

  /** Largest number that is taken. */
  public double getMax() {
    return max;
  }

  /** Sets the largest number that is taken. */
  public void setMax(double max) {
    this.max = max;
  }

  /** What an arrow key adds. */
  public double getStep() {
    return step;
  }

  /** Sets what an arrow key adds. */
  public void setStep(double step) {
    this.step = step;
  }

  /** Whether only whole numbers are taken. */
  public boolean isWhole() {
    return whole;
  }

  /** Takes only whole numbers. */
  public void setWhole(boolean whole) {
    this.whole = whole;
    show();
  }

  /** Whether a plus sign is shown. */
  public boolean isSigned() {
    return signed;
  }

  /** Shows a plus sign. */
  public void setSigned(boolean signed) {
    this.signed = signed;
    show();
  }
}
