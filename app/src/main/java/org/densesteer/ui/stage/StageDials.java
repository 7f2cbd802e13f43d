package org.densesteer.ui.stage;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.densesteer.ui.charts.ChartChoice;
import org.densesteer.ui.settings.SavedStage;
import org.densesteer.ui.settings.Settings;

/** How the stage shows what it shows: size of text, chart, pace, and when it begins anew. */
final class StageDials {

  private static final List<Integer> LIMITS = List.of(0, 5, 10, 20, 40);
  private static final List<Integer> WAITS = List.of(0, 1, 2, 5, 10);
  private static final double ZOOM_STEP = 1.15;

  private final ObjectProperty<SavedStage> saved;
  private final Flashes flashes;
  private final ObjectProperty<ChartChoice> chart = new SimpleObjectProperty<>(ChartChoice.DENSITY);

  StageDials(Settings settings, Flashes flashes) {
    saved = settings.stageProperty();
    this.flashes = flashes;
  }

  void nextChart() {
    chart.set(chart.get().next());
    flashes.say("Chart: " + chart.get().title());
  }

  void zoom(boolean larger) {
    double factor = larger ? ZOOM_STEP : 1 / ZOOM_STEP;
    saved.set(saved.get().zoomed(saved.get().textZoom() * factor));
    flashes.say("Text " + Math.round(100 * saved.get().textZoom()) + " %");
  }

  void nextLimit() {
    int limit = after(LIMITS, saved.get().tokensPerSecond());
    saved.set(saved.get().limitedTo(limit));
    flashes.say(limit == 0 ? "Tokens as they come" : "At most " + limit + " tokens a second");
  }

  void nextWait() {
    int minutes = after(WAITS, saved.get().boothMinutes());
    saved.set(saved.get().resetAfter(minutes));
    flashes.say(
        minutes == 0
            ? "Booth off"
            : "Booth: back to the start after "
                + (minutes == 1 ? "an idle minute" : minutes + " idle minutes"));
  }

  private static int after(List<Integer> choices, int now) {
    return choices.get((choices.indexOf(now) + 1) % choices.size());
  }

  /** The one chart. */
  ReadOnlyObjectProperty<ChartChoice> chartProperty() {
    return chart;
  }

  /** Size, pace and wait, as settings remember them. */
  ReadOnlyObjectProperty<SavedStage> savedProperty() {
    return saved;
  }
}
