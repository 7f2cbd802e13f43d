package org.densesteer.cli;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.densesteer.common.ShellCommand;
import org.densesteer.common.Texts;
import org.densesteer.extraction.GateTrial;
import org.densesteer.extraction.MadeProbe;
import org.jspecify.annotations.Nullable;

/**
 * What {@code probe} prints.
 *
 * @param layers the probe at each layer
 * @param best the layer that told its own texts apart best
 * @param gate what {@code --gate} is given
 * @param trial how the gate did in answers that the probe has not seen; null where none was asked
 *     for
 */
record ProbeReport(
    List<Layer> layers, int best, String gate, @JsonInclude(NON_NULL) @Nullable Trial trial) {

  /**
   * A layer.
   *
   * @param balancedAccuracy on the texts that made the probe
   * @param heldOut the same on the others
   */
  record Layer(int layer, double bound, double balancedAccuracy, double heldOut) {}

  /**
   * A trial.
   *
   * @param madeFor answers of the kind that the gate is to open in
   * @param others the other answers
   * @param balancedAccuracy mean of the share of the former in which it opened and the share of the
   *     latter in which it did not
   */
  record Trial(GateTrial.Count madeFor, GateTrial.Count others, double balancedAccuracy) {}

  static ProbeReport of(MadeProbe made, String gate, @Nullable GateTrial trial) {
    return new ProbeReport(
        made.layers().stream()
            .map(found -> new Layer(found.layer(), found.bound(), found.fitted(), found.heldOut()))
            .toList(),
        made.best().layer(),
        gate,
        trial == null ? null : new Trial(trial.made(), trial.others(), trial.balancedAccuracy()));
  }

  /**
   * For people.
   *
   * @param once whether the gate is decided once, from the prompt
   */
  String readable(Path target, boolean once) {
    List<String> lines = new ArrayList<>();
    lines.add("layer     bound  balanced accuracy  held out");
    for (Layer layer : layers) {
      lines.add(
          Texts.of(
              "%5d %9.5f %16.0f %% %7.0f %%%s",
              layer.layer(),
              layer.bound(),
              100 * layer.balancedAccuracy(),
              100 * layer.heldOut(),
              layer.layer() == best ? "  <" : ""));
    }
    lines.add(
        Texts.of(
            "Wrote %s. Its gate, decided %s:",
            target, once ? "once from the prompt" : "anew before every token"));
    lines.add("  " + ShellCommand.of(List.of("--gate", gate)));
    if (trial != null) {
      GateTrial.Count made = trial.madeFor();
      GateTrial.Count others = trial.others();
      lines.add(
          Texts.of(
              "Answers that were held out, steered under the gate: open in %d of %d that it was made"
                  + " for (%.1f %% of their tokens), shut in %d of %d others (open at %.1f %% of"
                  + " their tokens); balanced accuracy %.0f %%.",
              made.open(),
              made.answers(),
              100.0 * made.openTokens() / made.tokens(),
              others.answers() - others.open(),
              others.answers(),
              100.0 * others.openTokens() / others.tokens(),
              100 * trial.balancedAccuracy()));
    }
    return String.join(System.lineSeparator(), lines);
  }
}
