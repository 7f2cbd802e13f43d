package org.densesteer.ui.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.text.Font;
import javafx.util.Duration;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.report.DivergingScale;
import org.densesteer.evaluation.report.Rgb;
import org.jspecify.annotations.Nullable;

/** A heat map whose cells can be chosen by mouse and keyboard. */
public final class HeatMapView extends GridPane {

  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private static final PseudoClass OVER_CLIFF = PseudoClass.getPseudoClass("over-cliff");

  /** Eight figures of 0.6 em, " ▾" among them, and the padding. */
  private static final double CELL_LEAST_EMS = 5.2;

  private static final double TALLEST = 64;
  private static final double WIDEST_TOOLTIP = 420;

  private final DoubleProperty least = new SimpleDoubleProperty(56);
  private final ToggleGroup group = new ToggleGroup();
  private final List<ToggleButton> buttons = new ArrayList<>();
  private Consumer<HeatPicture.Cell> onSelect = cell -> {};
  private Function<HeatPicture.Cell, String> details = cell -> "";
  private @Nullable HeatPicture shown;

  /** Creates a map that shows nothing. */
  public HeatMapView() {
    getStyleClass().add("heat-map");
    group.selectedToggleProperty().addListener((property, before, now) -> makeOneStop());
    // Before the toggles, which would go along their group instead of the grid.
    addEventFilter(KeyEvent.KEY_PRESSED, this::go);
  }

  /** Hears of the cell that a person chooses. */
  public void setOnSelect(Consumer<HeatPicture.Cell> listener) {
    onSelect = listener;
  }

  /** Says what a cell's tooltip reads, asked when it opens. */
  public void setDetails(Function<HeatPicture.Cell, String> words) {
    details = words;
  }

  /** Shows a picture; cells stay where they are while the grid is the same. */
  public void show(HeatPicture picture) {
    if (!picture.sameGrid(shown)) {
      lay(picture);
    }
    shown = picture;
    DivergingScale scale = picture.scale();
    int index = 0;
    for (HeatPicture.Row row : picture.rows()) {
      for (HeatPicture.Cell cell : row.cells()) {
        paint(buttons.get(index++), cell, scale, picture);
      }
    }
  }

  /** Chooses no cell. */
  public void clearSelection() {
    group.selectToggle(null);
  }

  private void lay(HeatPicture picture) {
    buttons.clear();
    getChildren().clear();
    getColumnConstraints().clear();
    getRowConstraints().setAll(new RowConstraints());
    group.getToggles().clear();
    getColumnConstraints().add(new ColumnConstraints());
    add(head("layer"), 0, 0);
    for (int column = 0; column < picture.strengths().size(); column++) {
      // Equal wishes and equal growth make equal columns.
      ColumnConstraints even = new ColumnConstraints();
      even.minWidthProperty().bind(least);
      even.prefWidthProperty().bind(least);
      even.setHgrow(Priority.ALWAYS);
      even.setHalignment(HPos.CENTER);
      getColumnConstraints().add(even);
      add(head("λ " + picture.strengths().get(column)), column + 1, 0);
    }
    for (int row = 0; row < picture.rows().size(); row++) {
      RowConstraints tall = new RowConstraints();
      tall.setVgrow(Priority.SOMETIMES);
      tall.setMaxHeight(TALLEST);
      getRowConstraints().add(tall);
      add(head(Integer.toString(picture.rows().get(row).layer())), 0, row + 1);
      for (int column = 0; column < picture.strengths().size(); column++) {
        ToggleButton button = button();
        buttons.add(button);
        button.fontProperty().addListener((property, before, now) -> fit(now));
        add(button, column + 1, row + 1);
      }
    }
    makeOneStop();
  }

  /** The whole map takes the focus once: at the cell in use, or else at the first. */
  private void makeOneStop() {
    Toggle selected = group.getSelectedToggle();
    for (ToggleButton button : buttons) {
      button.setFocusTraversable(button == (selected == null ? buttons.get(0) : selected));
    }
  }

  private void go(KeyEvent event) {
    int from = buttons.indexOf(event.getTarget());
    if (from < 0 || shown == null || !event.getCode().isArrowKey()) {
      return;
    }
    event.consume();
    int columns = shown.strengths().size();
    int row = from / columns;
    int column = from % columns;
    switch (event.getCode()) {
      case LEFT, KP_LEFT -> column--;
      case RIGHT, KP_RIGHT -> column++;
      case UP, KP_UP -> row--;
      default -> row++;
    }
    if (column >= 0 && column < columns && row >= 0 && row < shown.rows().size()) {
      ToggleButton to = buttons.get(row * columns + column);
      to.requestFocus();
      to.fire();
    }
  }

  private void fit(Font font) {
    least.set(Math.ceil(CELL_LEAST_EMS * font.getSize()));
  }

  private static Label head(String text) {
    Label head = new Label(text);
    head.getStyleClass().addAll("figure", "heat-head");
    head.setMinWidth(USE_PREF_SIZE);
    return head;
  }

  private ToggleButton button() {
    ToggleButton button = new ToggleButton();
    button.getStyleClass().setAll("heat-cell", "figure");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setMaxHeight(TALLEST);
    setFillHeight(button, true);
    button.setToggleGroup(group);
    button.setOnAction(
        event -> {
          button.setSelected(true);
          onSelect.accept(cellOf(button));
        });
    Tooltip tooltip = new Tooltip();
    tooltip.setShowDelay(Duration.millis(200));
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(WIDEST_TOOLTIP);
    tooltip.setOnShowing(event -> tooltip.setText(details.apply(cellOf(button))));
    button.setTooltip(tooltip);
    return button;
  }

  /** Colours for one theme; the style sheet takes those of the present one. */
  private static String style(
      HeatPicture.Cell cell, DivergingScale scale, DivergingScale.Ground ground) {
    Rgb color =
        cell.overCliff() ? scale.faint(cell.value(), ground) : scale.color(cell.value(), ground);
    String theme = ground.name().toLowerCase(Locale.ROOT);
    return Texts.of(
        "-ds-heat-%s: %s; -ds-ink-%s: %s; ", theme, color.hex(), theme, color.ink().hex());
  }

  private static HeatPicture.Cell cellOf(ToggleButton button) {
    return (HeatPicture.Cell) button.getUserData();
  }

  private static void paint(
      ToggleButton button, HeatPicture.Cell cell, DivergingScale scale, HeatPicture picture) {
    button.setUserData(cell);
    button.setText(cell.shown());
    button.setStyle(
        Double.isNaN(cell.value())
            ? ""
            : style(cell, scale, DivergingScale.Ground.LIGHT)
                + style(cell, scale, DivergingScale.Ground.DARK));
    button.pseudoClassStateChanged(CHOSEN, cell.chosen());
    button.pseudoClassStateChanged(OVER_CLIFF, cell.overCliff());
    button.setAccessibleText(
        Texts.of(
            "%s %s at layer %d, strength %s%s",
            picture.measure().title(),
            cell.shown(),
            cell.layer(),
            cell.strength(),
            (cell.chosen() ? ", chosen" : "") + (cell.overCliff() ? ", over the cliff" : "")));
  }
}
