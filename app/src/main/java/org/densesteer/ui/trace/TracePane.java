package org.densesteer.ui.trace;

import java.util.List;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.IntegerBinding;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.densesteer.common.Texts;
import org.densesteer.ui.common.Fx;
import org.jspecify.annotations.Nullable;

/** One arm: its figures, and its text as it grows, set off by reasoning step. */
public final class TracePane extends VBox {

  /** Wished for whatever the text is: asking all of it would cost a layout at another width. */
  private static final double VIEW_HEIGHT = 320;

  private static final double VIEW_WIDTH = 400;

  /** In a lower pane, in ems, all figures would leave no room for the text. */
  private static final double LOW_EMS = 20;

  /** In a narrower pane, in ems, three figures need two lines. */
  private static final double NARROW_EMS = 14;

  /** In a narrower pane, in ems, all figures need two lines, and the floor under them two more. */
  private static final double ONE_LINE_EMS = 27;

  /** Height, in ems, from which such a pane has room for those. */
  private static final double HIGH_EMS = 30;

  private final ArmViewModel arm;
  private final StepColumn column;
  private final ScrollPane scroller;
  private final TraceScroll scroll;
  private final TraceMenu menu;
  private final TraceHands hands;
  private final TraceHeader header;
  private final Subscription subscription;
  private int pointed = -1;
  private int resting = -1;
  private final Label invitation = new Label("No answer yet. Press Run or Ctrl+Enter.");

  /**
   * Creates the pane of an arm.
   *
   * @param baseline what the arm is compared with; null, or the arm itself, for the baseline's pane
   * @param link what the panes of one run share
   */
  public TracePane(ArmViewModel arm, @Nullable ArmViewModel baseline, TraceLink link) {
    this.arm = arm;
    this.column = new StepColumn(arm);
    this.scroller = new ScrollPane(column);
    this.scroll =
        new TraceScroll(scroller, column, (step, fraction) -> link.scrolled(this, step, fraction));
    this.menu = new TraceMenu(arm, column, link.copier());
    this.hands = new TraceHands(arm, column, link, scroll, menu);
    getStyleClass().addAll("trace-pane", "arm-" + arm.colourIndex());
    scroller.getStyleClass().add("trace-scroll");
    scroller.setFitToWidth(true);
    scroller.setPrefViewportHeight(VIEW_HEIGHT);
    scroller.setPrefViewportWidth(VIEW_WIDTH);
    scroller.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroller.setFocusTraversable(false);
    column.setFocusTraversable(true);
    column.setAccessibleText("Answer of the arm " + arm.name());
    invitation.getStyleClass().add("invitation");
    invitation.setWrapText(true);
    StackPane body = new StackPane(scroller, invitation);
    body.setMinHeight(0);
    scroller.setMinHeight(0);
    VBox.setVgrow(body, Priority.ALWAYS);
    setMinWidth(0);
    header = new TraceHeader(arm.name());

    ShadeLegend legend = new ShadeLegend();
    getChildren().addAll(header, body, legend);
    // Not within the layout that brings the size.
    InvalidationListener resized = changed -> Platform.runLater(this::fit);
    widthProperty().addListener(resized);
    heightProperty().addListener(resized);
    ArmViewModel compared = baseline == arm ? null : baseline;
    subscription =
        Subscription.combine(
            link.add(this),
            link.pointedTokenProperty().subscribe(token -> pointAt(token.intValue())),
            column.follow(),
            header.follow(arm, compared, link),
            link.colouringProperty().subscribe(column::colour),
            link.colouringProperty().subscribe(legend::show),
            compared == null ? Subscription.EMPTY : compare(compared),
            arm.response().sizeProperty().subscribe(this::restartWhenEmpty),
            arm.stateProperty().map(ArmState::ended).subscribe(this::restAtStart),
            arm.stalenessProperty().subscribe(this::showStaleness),
            arm.stateProperty().map(ArmState.EMPTY::equals).subscribe(invitation::setVisible));
  }

  private Subscription compare(ArmViewModel baseline) {
    IntegerBinding difference = CommonPrefix.firstDifference(arm, baseline);
    return difference.subscribe(token -> column.differ(token.intValue())).and(difference::dispose);
  }

  private void fit() {
    double em = invitation.getFont().getSize();
    boolean low = getHeight() < LOW_EMS * em;
    header.showFigures(low, getWidth() < NARROW_EMS * em);
    header.showFloor(!low && (getWidth() >= ONE_LINE_EMS * em || getHeight() >= HIGH_EMS * em));
  }

  /** Not before the end has been laid out, which would scroll to it again. */
  private void restAtStart(boolean ended) {
    if (ended) {
      Platform.runLater(scroll::ended);
    }
  }

  private void showStaleness(Staleness now) {
    Fx.styled(this, "stale", now == Staleness.OTHER_QUESTION || now == Staleness.OTHER_SETTINGS);
  }

  private void restartWhenEmpty(Number tokens) {
    if (tokens.intValue() == 0) {
      column.select(TraceSelection.NONE);
      column.focusToken(-1);
      hands.card().hide();
      scroll.restart();
    }
  }

  /** Ends all that the pane listens to, for it is no longer shown. */
  public void end() {
    hands.card().hide();
    subscription.unsubscribe();
  }

  /** Says how to get an answer while there is none. */
  public void invite(String words) {
    invitation.setText(words);
  }

  /** Sets the size of the answer's text alone, as a factor on the size of the text around it. */
  public void zoomText(double factor) {
    column.setStyle(Texts.of("-fx-font-size: %.2fem;", factor));
  }

  /** Puts something to press behind the arm's name. */
  public void offer(Node action) {
    header.offer(action);
  }

  /** Adds to what the text's context menu offers. */
  public void offer(List<MenuItem> items) {
    menu.offer(items);
  }

  /** Takes the keyboard to the text. */
  public void goTo() {
    column.requestFocus();
  }

  /** The arm that is shown. */
  public ArmViewModel arm() {
    return arm;
  }

  /** Puts a place of a step, counted from 1, at the top of the view. */
  void scrollToStep(int number, double fraction) {
    scroll.toStep(number, fraction);
  }

  /** Frames a token that is pointed at elsewhere, and then again what was framed before. */
  private void pointAt(int token) {
    if (token >= 0 && pointed < 0) {
      resting = column.focusedToken();
    }
    boolean was = pointed >= 0;
    pointed = token;
    if (token >= 0) {
      column.focusToken(token < arm.response().size() ? token : -1);
    } else if (was) {
      column.focusToken(resting);
    }
  }

  /** Brings a token into view and frames it. */
  void showToken(int token) {
    resting = token;
    column.focusToken(token);
    scroll.reveal(column.placeOf(token).getY());
  }

  TraceHeader header() {
    return header;
  }

  StepColumn column() {
    return column;
  }

  ScrollPane scroller() {
    return scroller;
  }

  TraceScroll scroll() {
    return scroll;
  }

  TraceHands hands() {
    return hands;
  }
}
