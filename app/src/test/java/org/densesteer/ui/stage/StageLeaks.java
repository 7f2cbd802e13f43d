package org.densesteer.ui.stage;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;

/** Looks for whatever in a view could tell whose an answer is. */
public final class StageLeaks {

  private static final List<String> NAMES =
      List.of("steered", "baseline", "random", "placebo", "λ", "ℓ");

  private StageLeaks() {}

  /** Every visible word, tooltip, accessible name and colour that tells it. */
  public static List<String> in(Parent view) {
    return nodes(view)
        .flatMap(StageLeaks::told)
        .filter(text -> NAMES.stream().anyMatch(text.toLowerCase(Locale.ROOT)::contains))
        .toList();
  }

  private static Stream<Node> nodes(Node node) {
    if (!node.isVisible()) {
      return Stream.empty();
    }
    Stream<Node> children =
        node instanceof Parent parent
            ? parent.getChildrenUnmodifiable().stream().flatMap(StageLeaks::nodes)
            : Stream.empty();
    return Stream.concat(Stream.of(node), children);
  }

  private static Stream<String> told(Node node) {
    Tooltip tip =
        node instanceof Labeled labeled && labeled.getTooltip() != null
            ? labeled.getTooltip()
            : (Tooltip) node.getProperties().get("javafx.scene.control.Tooltip");
    return Stream.of(
            node instanceof Labeled labeled ? labeled.getText() : "",
            node instanceof Text text ? text.getText() : "",
            node.getAccessibleText(),
            node.getAccessibleHelp(),
            tip == null ? "" : tip.getText(),
            node.getStyleClass().stream().anyMatch(style -> style.matches("arm-\\d"))
                ? "steered or baseline by the colour of " + node
                : "")
        .filter(text -> text != null);
  }
}
