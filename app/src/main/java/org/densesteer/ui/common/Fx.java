package org.densesteer.ui.common;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.util.Duration;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Small things that every controller does. */
public final class Fx {

  private Fx() {}

  /** Gives a node a tooltip and, for screen readers, a name. */
  public static void describe(Node node, String name, String tip) {
    node.setAccessibleText(name);
    Tooltip tooltip = new Tooltip(tip);
    tooltip.setShowDelay(Duration.millis(500));
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(360);
    Tooltip.install(node, tooltip);
  }

  /** Puts a text into the clipboard. */
  public static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  /** Shows a node and gives it room, or neither. */
  public static void visible(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }

  /** Shows a node and gives it room while that is so. */
  public static void visible(Node node, ObservableValue<Boolean> condition) {
    node.visibleProperty().bind(condition);
    node.managedProperty().bind(condition);
  }

  /** Shows what there is to say, and no empty line while there is nothing. */
  public static void says(Labeled label, ObservableValue<String> words) {
    label.textProperty().bind(words);
    visible(label, words.map(now -> !now.isEmpty()));
  }

  /** Does something with a value now and whenever it is another one; nothing with null. */
  public static <T> void follow(ObservableValue<? extends @Nullable T> value, Consumer<T> show) {
    value.subscribe(
        now -> {
          if (now != null) {
            show.accept(now);
          }
        });
  }

  /** Puts a style class on a node, or takes it off. */
  public static void styled(Node node, String styleClass, boolean on) {
    node.getStyleClass().remove(styleClass);
    if (on) {
      node.getStyleClass().add(styleClass);
    }
  }

  /** Gives a node a style class that changes; none while it is empty. */
  public static void styled(Node node, ObservableValue<String> styleClass) {
    styled(node, styleClass.getValue(), !styleClass.getValue().isEmpty());
    styleClass.subscribe(
        (before, now) -> {
          styled(node, before, false);
          styled(node, now, !now.isEmpty());
        });
  }

  /** Words for the choices of a box in which nothing is typed. */
  public static <T> StringConverter<T> named(Function<T, String> name) {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable T choice) {
        return choice == null ? "" : name.apply(choice);
      }

      @Override
      public T fromString(String text) {
        throw new UnsupportedOperationException("choices are not typed in");
      }
    };
  }

  /** Keeps a group from having no choice when its selected toggle is pressed again. */
  public static void alwaysOne(ToggleGroup group) {
    group
        .selectedToggleProperty()
        .addListener(
            (property, before, now) -> {
              if (now == null && before != null) {
                before.setSelected(true);
              }
            });
  }
}
