package org.densesteer.ui.notebook;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.densesteer.common.Texts;
import org.densesteer.generation.Arm;
import org.densesteer.generation.StopReason;
import org.densesteer.notebook.ArmSummary;
import org.densesteer.ui.common.Fx;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A run in the list: question, what it changed, and a line of figures for each arm. */
final class RunCell extends ListCell<NotebookRow> {

  static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH).withZone(ZoneId.systemDefault());

  private static final int MOST_ARMS = 4;
  private static final PseudoClass IN_PANES = PseudoClass.getPseudoClass("in-panes");

  /** How much room a cell has. */
  enum Room {
    /** For all figures of every arm. */
    ENOUGH,
    /** For the first of them. */
    LITTLE
  }

  private final Button star = new Button();
  private final Label question = new Label();
  private final Label time = new Label();
  private final Label differences = new Label();
  private final VBox arms = new VBox();
  private final VBox content;
  private final Room room;
  private final Predicate<NotebookRow> inPanes;

  /**
   * An empty cell.
   *
   * @param onStar puts a star on a run, or takes it off
   * @param inPanes whether a run is the one in the panes
   */
  RunCell(Consumer<NotebookRow> onStar, Room room, Predicate<NotebookRow> inPanes) {
    this.room = room;
    this.inPanes = inPanes;
    star.getStyleClass().addAll("flat", "icon-button", "run-star");
    star.setFocusTraversable(false);
    star.setOnAction(event -> onStar.accept(getItem()));
    question.getStyleClass().add("run-title");
    question.setMinWidth(0);
    HBox.setHgrow(question, Priority.ALWAYS);
    question.setMaxWidth(Double.MAX_VALUE);
    time.getStyleClass().add("caption");
    time.setMinWidth(USE_PREF_SIZE);
    differences.getStyleClass().add("run-differences");
    differences.setMinWidth(0);
    HBox head = new HBox(6, star, question, time);
    head.setAlignment(Pos.CENTER_LEFT);
    content = new VBox(2, head, differences, arms);
    content.setMinWidth(0);
    // The list's width, not the text's, decides where a line is cut.
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable NotebookRow row, boolean empty) {
    super.updateItem(row, empty);
    boolean shown = row != null && !empty && inPanes.test(row);
    pseudoClassStateChanged(IN_PANES, shown);
    if (row == null || empty) {
      setGraphic(null);
      setAccessibleText("");
      return;
    }
    String asked = row.summary().question().replaceAll("\\s+", " ");
    question.setText(asked);
    time.setText(TIME.format(row.summary().made()));
    boolean starred = row.mark().star();
    star.setGraphic(new FontIcon(Feather.STAR));
    Fx.styled(star, "starred", starred);
    star.setAccessibleText(starred ? "Take the star off" : "Put a star on it");
    differences.setText(String.join("  ·  ", row.differences()));
    Fx.visible(differences, !row.differences().isEmpty());
    List<ArmSummary> all = row.summary().arms();
    int told = room == Room.ENOUGH ? all.size() : Math.min(MOST_ARMS, all.size());
    arms.getChildren().setAll(all.subList(0, told).stream().map(this::line).toList());
    if (told < all.size()) {
      Label more = new Label(Texts.of("and %d more arms", all.size() - told));
      more.getStyleClass().add("run-arm");
      arms.getChildren().add(more);
    }
    setAccessibleText(
        (shown ? "In the panes. " : "")
            + (starred ? "Starred. " : "")
            + asked
            + ". "
            + String.join(", ", row.differences()));
    setGraphic(content);
  }

  private HBox line(ArmSummary arm) {
    Circle dot = new Circle(3.5);
    dot.getStyleClass().add("arm-dot");
    Label name = new Label(arm.name());
    name.getStyleClass().add("run-arm");
    name.setMinWidth(USE_PREF_SIZE);
    Label figures = new Label(room == Room.ENOUGH ? figures(arm) : brief(arm));
    figures.getStyleClass().addAll("figure", "run-figures");
    Fx.styled(figures, "unsound", !arm.whole());
    HBox line = new HBox(6, dot, name, figures);
    if (room == Room.ENOUGH) {
      line.getChildren().add(new Sparkline(arm.stepTokens()));
    }
    line.getStyleClass().add(colour(arm.name()));
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private static String colour(String arm) {
    return switch (arm) {
      case Arm.BASELINE -> "arm-0";
      case Arm.STEERED -> "arm-1";
      default -> "arm-2";
    };
  }

  static String figures(ArmSummary arm) {
    String answer = arm.answer() == null ? "no answer" : arm.answer();
    String verdict = arm.correct() == null ? "" : arm.correct() ? " ✓" : " ✗";
    String ending = ending(arm);
    return Texts.of(
        "%d %s · ρ %.1f · %d tok · NLL %s · %s%s%s",
        arm.steps(),
        arm.steps() == 1 ? "step" : "steps",
        arm.density(),
        arm.generated(),
        arm.nll() == null ? "–" : Texts.of("%.2f", arm.nll()),
        answer,
        verdict,
        ending.isEmpty() ? "" : " · " + ending);
  }

  /** The figures that count, the ones that may be cut last. */
  private static String brief(ArmSummary arm) {
    String ending = ending(arm);
    String verdict = arm.correct() == null ? "" : arm.correct() ? "✓ " : "✗ ";
    String answer = arm.answer() == null ? "no answer" : arm.answer();
    return ending.isEmpty()
        ? Texts.of("ρ %.1f · %d tok · %s%s", arm.density(), arm.generated(), verdict, answer)
        : Texts.of("%s · %d tok", ending, arm.generated());
  }

  private static String ending(ArmSummary arm) {
    return arm.repeats()
        ? "repeats itself"
        : arm.stop() == StopReason.LENGTH
            ? "cut"
            : arm.stop() == StopReason.CANCELLED ? "stopped" : "";
  }
}
