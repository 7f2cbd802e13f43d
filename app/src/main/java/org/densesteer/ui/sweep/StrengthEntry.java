package org.densesteer.ui.sweep;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.densesteer.common.FaultException;
import org.densesteer.evaluation.plan.StrengthRange;

/** The strengths of the form: first, last and step, or a list. Both are one text underneath. */
final class StrengthEntry {

  private static final Pattern RANGE = Pattern.compile("([^:,;]*):([^:,;]*):([^:,;]*)");
  private static final int DECIMALS = 1_000_000;

  private final StringProperty text = new SimpleStringProperty("");
  private final BooleanProperty ranged = new SimpleBooleanProperty(true);
  private final StringProperty from = new SimpleStringProperty("");
  private final StringProperty to = new SimpleStringProperty("");
  private final StringProperty step = new SimpleStringProperty("");
  private final StringProperty list = new SimpleStringProperty("");
  private boolean taking;

  StrengthEntry() {
    text.subscribe(this::take);
    for (StringProperty part : List.of(from, to, step)) {
      part.subscribe((before, now) -> give(true));
    }
    list.subscribe((before, now) -> give(false));
    ranged.subscribe((before, now) -> turn(now));
  }

  /** Brings the fields to a text. */
  private void take(String now) {
    if (taking) {
      return;
    }
    taking = true;
    Matcher range = RANGE.matcher(now);
    ranged.set(range.matches());
    if (range.matches()) {
      from.set(range.group(1).strip());
      to.set(range.group(2).strip());
      step.set(range.group(3).strip());
    } else {
      list.set(now);
    }
    taking = false;
  }

  /** Brings the text to the fields of one kind. */
  private void give(boolean ofRange) {
    if (!taking && ofRange == ranged.get()) {
      taking = true;
      text.set(
          ofRange
              ? String.join(":", point(from.get()), point(to.get()), point(step.get()))
              : list.get());
      taking = false;
    }
  }

  /** A number as a person types it, in one of the three boxes where no comma parts two. */
  private static String point(String number) {
    return number.strip().replace(',', '.');
  }

  /** Shows the same strengths in the other fields, as far as they can stand there. */
  private void turn(boolean toRange) {
    if (taking) {
      return;
    }
    taking = true;
    List<Double> values = valuesOrNone();
    if (toRange && values.size() > 1) {
      double first = values.get(0);
      double last = values.get(values.size() - 1);
      from.set(StrengthRange.text(first));
      to.set(StrengthRange.text(last));
      step.set(StrengthRange.text(rounded((last - first) / (values.size() - 1))));
    } else if (!toRange && !values.isEmpty()) {
      list.set(String.join(", ", values.stream().map(StrengthRange::text).toList()));
    }
    taking = false;
    give(toRange);
  }

  private static double rounded(double step) {
    return Math.round(step * DECIMALS) / (double) DECIMALS;
  }

  private List<Double> valuesOrNone() {
    try {
      return values();
    } catch (FaultException e) {
      return List.of();
    }
  }

  /**
   * The strengths, ascending.
   *
   * @throws FaultException when what was typed cannot be read
   */
  List<Double> values() {
    return StrengthRange.parseTyped(text.get().replace('−', '-'));
  }

  /** As on the command line, such as {@code -4:4:1} or {@code -2, 0, 2.5}. */
  StringProperty textProperty() {
    return text;
  }

  /** Whether first, last and step are given; else a list. */
  BooleanProperty rangedProperty() {
    return ranged;
  }

  StringProperty fromProperty() {
    return from;
  }

  StringProperty toProperty() {
    return to;
  }

  StringProperty stepProperty() {
    return step;
  }

  StringProperty listProperty() {
    return list;
  }
}
