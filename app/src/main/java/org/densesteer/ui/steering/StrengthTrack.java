package org.densesteer.ui.steering;

import java.util.Locale;
import javafx.scene.control.Slider;

/** Fills a slider's track from zero to its thumb, in the colour of the push. */
final class StrengthTrack {

  private StrengthTrack() {}

  static void paint(Slider slider, PushBand band) {
    double range = slider.getMax() - slider.getMin();
    double thumb = range == 0 ? 50 : 100 * (slider.getValue() - slider.getMin()) / range;
    double from = Math.min(50, thumb);
    double to = Math.max(50, thumb);
    String tone = "-ds-push-" + band.tone();
    slider.setStyle(
        String.format(
            Locale.ROOT,
            "-ds-track: linear-gradient(to right, -ds-track-rest 0%%, -ds-track-rest %1$.2f%%,"
                + " %3$s %1$.2f%%, %3$s %2$.2f%%, -ds-track-rest %2$.2f%%, -ds-track-rest 100%%);",
            from,
            to,
            tone));
  }
}
