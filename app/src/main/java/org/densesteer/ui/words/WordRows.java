package org.densesteer.ui.words;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.densesteer.common.Texts;
import org.densesteer.generation.WordShift;
import org.densesteer.generation.WordShifts;

/**
 * Words below each other: text, bar, both sums, and how the sum stands to those of random
 * directions.
 *
 * @param order what the bars show
 * @param colour index of the arm's colour
 * @param floor the same sums of random directions of equal push; may be empty
 */
record WordRows(WordOrder order, int colour, List<WordShifts> floor) {

  private static final double BAR = 110;

  void fill(GridPane grid, List<WordShift> shifts) {
    grid.getChildren().clear();
    grid.addRow(0, caption("token"), caption(""), caption("nats"), caption("count"), caption(""));
    double most = shifts.stream().mapToDouble(shift -> Math.abs(order.of(shift))).max().orElse(1);
    int row = 1;
    for (WordShift shift : shifts) {
      Label text = new Label(visible(shift.text()));
      text.getStyleClass().addAll("figure", "word-text");
      Region bar = new Region();
      bar.getStyleClass().addAll("word-bar", "arm-" + colour);
      double width = Math.max(1, BAR * Math.abs(order.of(shift)) / most);
      bar.setMinWidth(width);
      bar.setMaxWidth(width);
      grid.addRow(
          row++,
          text,
          bar,
          figure(signed("%+.1f", shift.nats())),
          figure(signed("%+.2f", shift.expected())),
          caption(verdict(shift)));
    }
  }

  /** Within what random directions do, or beyond; empty without any that tells of the word. */
  String verdict(WordShift shift) {
    List<Double> others =
        floor.stream()
            .map(each -> each.of(shift.tokenId()))
            .flatMap(Optional::stream)
            .map(other -> Math.abs(order.of(other)))
            .toList();
    if (others.isEmpty()) {
      return "";
    }
    double own = Math.abs(order.of(shift));
    return others.stream().allMatch(other -> own > other) ? "beyond" : "within";
  }

  private static Label figure(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("figure");
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private static Label caption(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("figure-caption");
    return label;
  }

  private static String signed(String format, double value) {
    String text = Texts.of(format, value);
    boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
    return zero ? text.substring(1) : text.replace('-', '−');
  }

  /** White space can be seen, and so can what is no character of its own. */
  private static String visible(String text) {
    String shown = text.replace("\n", "⏎").replace("\t", "⇥").replace(' ', '␣');
    return shown.isEmpty() ? "∅" : shown;
  }
}
