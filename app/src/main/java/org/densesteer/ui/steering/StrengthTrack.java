package org.densesteer.ui.steering;

import java.util.OptionalDouble;
import java.util.StringJoiner;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Slider;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.plan.StrengthRange;
import org.densesteer.evaluation.results.StrengthBand;
import org.jspecify.annotations.Nullable;

/**
 * The style of a strength slider: its track from zero to the thumb in the colour of the push, and
 * below it what the last sweep found, a stripe over the safe strengths and another from each cliff
 * outwards.
 */
final class StrengthTrack {

  private StrengthTrack() {}

  /** Lets a slider follow the push, and what the last sweep found. */
  static void bind(
      Slider slider,
      ObservableValue<PushBand> band,
      ObservableValue<@Nullable StrengthBand> swept) {
    slider
        .styleProperty()
        .bind(
            Bindings.createStringBinding(
                () -> style(slider, band.getValue(), swept.getValue()),
                slider.minProperty(),
                slider.maxProperty(),
                slider.valueProperty(),
                band,
                swept));
  }

  private static String style(Slider slider, PushBand band, @Nullable StrengthBand swept) {
    double thumb = percent(slider, slider.getValue());
    return "-ds-track: "
        + stripes("-ds-track-rest", Math.min(50, thumb), Math.max(50, thumb), tone(band))
        + (swept == null ? "" : "-ds-safe: " + safe(slider, swept));
  }

  private static String tone(PushBand band) {
    return "-ds-push-" + band.tone();
  }

  private static String stripes(String rest, double from, double to, String colour) {
    return gradient(new double[] {from, to}, rest, colour, rest);
  }

  private static String safe(Slider slider, StrengthBand band) {
    return gradient(
        new double[] {
          percent(slider, band.cliffBelow().orElse(slider.getMin())),
          percent(slider, band.low()),
          percent(slider, band.high()),
          percent(slider, band.cliffAbove().orElse(slider.getMax()))
        },
        "-ds-cliff",
        "transparent",
        "-ds-safe-strength",
        "transparent",
        "-ds-cliff");
  }

  /** A gradient of hard edges: a colour before, between and behind some ascending percentages. */
  private static String gradient(double[] edges, String... colours) {
    StringJoiner stops = new StringJoiner(", ", "linear-gradient(to right, ", "); ");
    double last = 0;
    for (int i = 0; i < colours.length; i++) {
      double end = i < edges.length ? Math.max(last, edges[i]) : 100;
      stops.add(Texts.of("%s %.2f%%", colours[i], last));
      stops.add(Texts.of("%s %.2f%%", colours[i], end));
      last = end;
    }
    return stops.toString();
  }

  private static double percent(Slider slider, double value) {
    double range = slider.getMax() - slider.getMin();
    double percent = range == 0 ? 50 : 100 * (value - slider.getMin()) / range;
    return Math.max(0, Math.min(100, percent));
  }

  /** The same in words. */
  static String words(StrengthBand band) {
    String safe =
        band.low() == band.high()
            ? "last sweep: no strength is safe here"
            : Texts.of(
                "last sweep: safe from %s to %s",
                StrengthRange.text(band.low()), StrengthRange.text(band.high()));
    StringJoiner cliffs = new StringJoiner(" and ", " · cliff at ", "").setEmptyValue("");
    add(cliffs, band.cliffBelow());
    add(cliffs, band.cliffAbove());
    return safe + cliffs;
  }

  private static void add(StringJoiner cliffs, OptionalDouble cliff) {
    cliff.ifPresent(strength -> cliffs.add(StrengthRange.text(strength)));
  }
}
