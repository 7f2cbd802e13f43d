package org.densesteer.ui.charts;

import javafx.application.Platform;
import javafx.collections.ObservableList;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.densesteer.ui.common.Rhythm;
import org.densesteer.ui.trace.ArmViewModel;
import org.densesteer.ui.trace.TraceLink;
import org.jspecify.annotations.Nullable;

/** One chart at a choice. */
public final class SoleChart extends StackPane {

  private final ObservableList<ArmViewModel> arms;
  private final TraceLink link;
  private final ChartExport export;
  private Subscription followed = Subscription.EMPTY;
  private @Nullable ChartMeasure measure;
  private @Nullable ChartCard card;
  private final Redraws redraws = new Redraws(this::refresh, Rhythm.chartsNs());

  /**
   * Creates an empty place for a chart.
   *
   * @param arms what it shows; they may come and go
   * @param link how a click finds its step or token in the text
   * @param export saves what it shows
   */
  public SoleChart(ObservableList<ArmViewModel> arms, TraceLink link, ChartExport export) {
    this.arms = arms;
    this.link = link;
    this.export = export;
    getStyleClass().add("sole-chart");
    setMinSize(0, 0);
    arms.subscribe(this::followArms);
    followArms();
  }

  private void followArms() {
    followed.unsubscribe();
    followed =
        arms.stream()
            .map(
                arm ->
                    arm.response()
                        .sizeProperty()
                        .subscribe(tokens -> redraws.soon())
                        .and(arm.recordedProperty().subscribe(finished -> redraws.next())))
            .reduce(Subscription.EMPTY, Subscription::and);
    redraws.next();
  }

  private void refresh() {
    if (card != null && measure != null) {
      card.show(measure.of(arms));
    }
  }

  /** Shows another chart, or none. */
  public void show(ChartChoice choice) {
    // Not within a layout, for which chart-fx holds its data locked.
    Platform.runLater(() -> put(choice.measure().orElse(null)));
  }

  private void put(@Nullable ChartMeasure wanted) {
    if (wanted == measure) {
      return;
    }
    measure = wanted;
    if (wanted == null) {
      card = null;
      getChildren().clear();
    } else {
      card =
          new ChartCard(
              wanted.of(arms),
              shown -> ChartMenu.items(shown, export, () -> AnswersOrigin.of(arms)),
              place -> clicked(wanted, (int) place));
      getChildren().setAll(card);
    }
  }

  private void clicked(ChartMeasure shown, int place) {
    link.showPlace(arms, shown.kind() == ChartKind.BARS, place);
  }
}
