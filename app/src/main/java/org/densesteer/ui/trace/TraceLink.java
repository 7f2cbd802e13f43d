package org.densesteer.ui.trace;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import org.densesteer.ui.copies.RunCopier;

/** What the panes of one run share: scrolling by step, colouring, the way to a step or a token. */
public final class TraceLink {

  private final RunCopier copier;
  private final List<TracePane> panes = new ArrayList<>();
  private final BooleanProperty compactHeads = new SimpleBooleanProperty();
  private final IntegerProperty pointedToken = new SimpleIntegerProperty(-1);
  private boolean levelling;
  private final ObjectProperty<TokenColouring> colouring =
      new SimpleObjectProperty<>(TokenColouring.NONE);

  /**
   * Links no pane yet.
   *
   * @param copier takes runs away as texts
   */
  public TraceLink(RunCopier copier) {
    this.copier = copier;
  }

  /** Takes the panes' runs away as texts. */
  RunCopier copier() {
    return copier;
  }

  /** What the colour behind the tokens tells, in every pane. */
  public ObjectProperty<TokenColouring> colouringProperty() {
    return colouring;
  }

  /** Whether heads are one line, since a table has the figures. */
  public BooleanProperty compactHeadsProperty() {
    return compactHeads;
  }

  /**
   * The token that the mouse points at in a text or a chart, marked in all of them; −1 for none.
   */
  public IntegerProperty pointedTokenProperty() {
    return pointedToken;
  }

  /** Sets all heads alike and as high as the highest, so that the texts begin at one height. */
  void levelHeadsSoon() {
    if (!levelling) {
      levelling = true;
      // Not within the layout that brings the heights.
      Platform.runLater(this::levelHeads);
    }
  }

  private void levelHeads() {
    levelling = false;
    boolean stacked = panes.stream().anyMatch(pane -> !pane.header().fitsOneLine());
    panes.forEach(pane -> pane.header().stack(stacked));
    double highest =
        panes.stream().mapToDouble(pane -> pane.header().naturalHeight()).max().orElse(0);
    panes.forEach(pane -> pane.header().level(highest));
  }

  /** Links a pane with the others until the subscription is ended. */
  Subscription add(TracePane pane) {
    panes.add(pane);
    return () -> panes.remove(pane);
  }

  /** Scrolls every pane to a reasoning step, counted from 1. */
  public void showStep(int number) {
    panes.forEach(pane -> pane.scrollToStep(number, 0));
  }

  /** Scrolls an arm's pane to a token of its response and frames it. */
  public void showToken(ArmViewModel arm, int token) {
    panes.stream().filter(pane -> pane.arm() == arm).forEach(pane -> pane.showToken(token));
  }

  /** Finds a place of a chart in the texts: a step counted from 1, or a token. */
  public void showPlace(List<ArmViewModel> arms, boolean step, int place) {
    if (step) {
      showStep(place);
      return;
    }
    for (ArmViewModel arm : arms) {
      if (place < arm.response().size()) {
        showToken(arm, place);
      }
    }
  }

  /** A person scrolled {@code source}: the others follow to the same place of the same step. */
  void scrolled(TracePane source, int number, double fraction) {
    for (TracePane pane : panes) {
      if (pane != source) {
        pane.scrollToStep(number, fraction);
      }
    }
  }

  /** Other arms that had read the same text before a token, and chose one in its place. */
  List<ArmViewModel> companions(ArmViewModel arm, int token) {
    return panes.stream()
        .map(TracePane::arm)
        .filter(other -> other != arm && token < other.response().size())
        .filter(other -> new CommonPrefix(arm.response(), other.response()).length() >= token)
        .toList();
  }
}
