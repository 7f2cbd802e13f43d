package org.densesteer.ui.trace;

import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.densesteer.ui.common.FittingScrollPane;
import org.densesteer.ui.common.Fx;

/**
 * Arms × figures, from three arms on: a line for each arm with its figures, their differences to
 * the baseline, its answer and how it ended. The name of an arm leads to its pane.
 */
public final class ArmTable extends VBox {

  /** Fewer arms have all their figures in the heads of their panes. */
  public static final int FEWEST_ARMS = 3;

  private static final double LEAST_END = 60;

  private static final String KL_MEANING =
      "Mean KL divergence of the arm from the unsteered model in nats per token, at the arm’s own"
          + " text.";

  private final ObservableList<ArmViewModel> arms;
  private final Consumer<ArmViewModel> onChoose;
  private final GridPane grid = new GridPane();
  private Subscription followed = Subscription.EMPTY;

  /**
   * A table that follows arms.
   *
   * @param onChoose hears whose name was chosen
   */
  public ArmTable(ObservableList<ArmViewModel> arms, Consumer<ArmViewModel> onChoose) {
    this.arms = arms;
    this.onChoose = onChoose;
    grid.getStyleClass().add("arm-table");
    FittingScrollPane scroller = new FittingScrollPane();
    scroller.getStyleClass().addAll("arm-table-scroll");
    scroller.setContent(grid);
    scroller.setFitToWidth(true);
    scroller.setFocusTraversable(false);
    scroller.setMinHeight(0);
    scroller.setAccessibleText("Arms and their figures");
    VBox.setVgrow(scroller, Priority.ALWAYS);
    getChildren().setAll(scroller);
    arms.subscribe(this::build);
    build();
  }

  /** It is not squeezed below what it is allowed. */
  @Override
  protected double computeMinHeight(double width) {
    return Math.min(prefHeight(width), getMaxHeight());
  }

  /** Whether so many arms need it. */
  public static boolean isFor(int arms) {
    return arms >= FEWEST_ARMS;
  }

  private void build() {
    followed.unsubscribe();
    followed = Subscription.EMPTY;
    grid.getChildren().clear();
    grid.getColumnConstraints().clear();
    boolean shown = isFor(arms.size());
    Fx.visible(this, shown);
    if (!shown) {
      return;
    }
    addHeads();
    for (int i = 0; i < arms.size(); i++) {
      ArmTableRow row = new ArmTableRow(arms.get(i), i == 0 ? null : arms.get(0), onChoose);
      grid.addRow(i + 1, row.cells().toArray(Region[]::new));
      followed = followed.and(row.follow());
    }
  }

  private void addHeads() {
    ColumnConstraints name = new ColumnConstraints();
    name.setMinWidth(Region.USE_PREF_SIZE);
    grid.getColumnConstraints().add(name);
    grid.add(head("arm", "A click, or Enter, goes to the arm’s answer."), 0, 0);
    int column = 1;
    for (Figure figure : Figure.values()) {
      addHead(head(figure.title(), figure.explanation()), column++, HPos.RIGHT, Priority.NEVER);
    }
    addHead(head("KL", KL_MEANING), column++, HPos.RIGHT, Priority.NEVER);
    addHead(
        head("answer", "What was answered, and whether it is right."),
        column++,
        HPos.LEFT,
        Priority.NEVER);
    addHead(
        head(
            "end",
            "How the answer ended. Of one that was cut or repeats itself no difference is claimed."),
        column,
        HPos.LEFT,
        Priority.ALWAYS);
  }

  private void addHead(Label head, int column, HPos side, Priority grow) {
    ColumnConstraints constraints = new ColumnConstraints();
    constraints.setHalignment(side);
    constraints.setHgrow(grow);
    constraints.setMinWidth(grow == Priority.ALWAYS ? LEAST_END : Region.USE_PREF_SIZE);
    grid.getColumnConstraints().add(constraints);
    grid.add(head, column, 0);
  }

  private static Label head(String title, String meaning) {
    Label head = new Label(title);
    head.getStyleClass().add("figure-caption");
    head.setMinWidth(USE_PREF_SIZE);
    Fx.describe(head, title, meaning);
    return head;
  }

  /** The cells of the table, line by line, its heads first. */
  List<Node> cells() {
    return grid.getChildren();
  }
}
