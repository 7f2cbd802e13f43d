package org.densesteer.ui.charts;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.collections.ObservableList;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;
import org.densesteer.ui.common.Rhythm;
import org.densesteer.ui.trace.ArmViewModel;
import org.densesteer.ui.trace.TraceLink;

/**
 * The charts of a run: four side by side in a wide window, two in a common one, one in a small one,
 * those that have no place of their own to be chosen.
 */
public final class ChartStrip extends HBox {

  private static final double SLOT_EMS = 26;
  private static final List<ChartMeasure> ALL = List.of(ChartMeasure.values());

  private final ObservableList<ArmViewModel> arms;
  private final TraceLink link;
  private final Map<ChartMeasure, ChartCard> cards = new EnumMap<>(ChartMeasure.class);
  private Subscription followed = Subscription.EMPTY;
  private List<ChartSlot> slots = List.of();
  private final Redraws redraws;

  /**
   * Creates the charts.
   *
   * @param arms what they show; further arms may come and go
   * @param link how a click finds its step or token in the text
   * @param export saves what they show
   */
  public ChartStrip(ObservableList<ArmViewModel> arms, TraceLink link, ChartExport export) {
    this(arms, link, export, Rhythm.chartsNs());
  }

  ChartStrip(ObservableList<ArmViewModel> arms, TraceLink link, ChartExport export, long interval) {
    this.redraws = new Redraws(this::refresh, interval);
    this.arms = arms;
    this.link = link;
    for (ChartMeasure measure : ALL) {
      cards.put(
          measure,
          new ChartCard(
              measure.of(arms),
              card -> ChartMenu.items(card, export, () -> AnswersOrigin.of(arms)),
              place -> clicked(measure, (int) place)));
    }
    ALL.stream()
        .filter(measure -> measure.kind() == ChartKind.LINES)
        .forEach(measure -> card(measure).sharePlace(link.pointedTokenProperty()));
    getStyleClass().add("chart-strip");
    setMinSize(0, 0);
    arms.subscribe(this::followArms);
    followArms();
    arrange(2);
    widthProperty().addListener((property, before, now) -> fitSoon());
  }

  private void followArms() {
    followed.unsubscribe();
    followed = arms.stream().map(this::follow).reduce(Subscription.EMPTY, Subscription::and);
    Platform.runLater(this::refreshAll);
  }

  /** Also what cannot be seen: it would keep what an arm said that has gone. */
  private void refreshAll() {
    cards.forEach((measure, card) -> card.show(measure.of(arms)));
  }

  private Subscription follow(ArmViewModel arm) {
    return Subscription.combine(
        arm.response().sizeProperty().subscribe(tokens -> redraws.soon()),
        arm.recordedProperty().subscribe(finished -> redraws.next()));
  }

  /** Draws what the arms are now in the charts that can be seen. */
  private void refresh() {
    shown().forEach(measure -> card(measure).show(measure.of(arms)));
  }

  private ChartCard card(ChartMeasure measure) {
    ChartCard card = cards.get(measure);
    if (card == null) {
      throw new IllegalStateException("No chart was made for " + measure);
    }
    return card;
  }

  private void clicked(ChartMeasure measure, int place) {
    link.showPlace(arms, measure.kind() == ChartKind.BARS, place);
  }

  /**
   * Not at once: the width changes while the scene is laid out, and chart-fx holds its data sets
   * locked from before to after that; a chart taken out in between would stay locked for good.
   */
  private void fitSoon() {
    Platform.runLater(() -> fit(getWidth()));
  }

  private void fit(double width) {
    double em = card(ALL.get(0)).fontSize();
    int room = (int) (width / (SLOT_EMS * em));
    int now = room >= 4 ? 4 : room >= 2 ? 2 : 1;
    if (now != slots.size()) {
      arrange(now);
    }
  }

  private void arrange(int count) {
    cards.values().forEach(card -> card.choose(null));
    int all = ALL.size();
    slots =
        IntStream.range(0, count)
            .mapToObj(i -> ALL.subList(i * all / count, (i + 1) * all / count))
            .map(choices -> new ChartSlot(choices, this::card, this::refresh))
            .toList();
    slots.forEach(slot -> HBox.setHgrow(slot, Priority.ALWAYS));
    getChildren().setAll(slots);
    refresh();
  }

  /** The charts that can be seen now, from left to right. */
  List<ChartMeasure> shown() {
    return slots.stream().map(ChartSlot::shown).toList();
  }

  ChartCard cardOf(ChartMeasure measure) {
    return card(measure);
  }
}
