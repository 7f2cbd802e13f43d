package org.densesteer.ui.trace;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.strip.StripFigure;
import org.densesteer.evaluation.strip.Verdict;
import org.densesteer.notebook.RunArm;
import org.densesteer.notebook.RunFloor;
import org.jspecify.annotations.Nullable;

/**
 * A steered answer beside the baseline and what random directions of equal push did.
 *
 * @param baseline the unsteered answer
 * @param own the steered one
 * @param floor the random directions
 */
record FloorReading(RunArm baseline, RunArm own, RunFloor floor) {

  /** That of an arm; null while something of it is missing, or it stands on no floor. */
  static ObservableValue<@Nullable FloorReading> of(
      ArmViewModel arm, @Nullable ArmViewModel baseline) {
    if (baseline == null) {
      return new ReadOnlyObjectWrapper<>();
    }
    return arm.floorProperty()
        .flatMap(
            floor ->
                arm.recordedProperty()
                    .flatMap(
                        own ->
                            baseline
                                .recordedProperty()
                                .map(base -> new FloorReading(base, own, floor))));
  }

  /** How a figure stands: {@code beyond} or {@code within}; empty where nothing can be said. */
  String word(Figure figure) {
    return verdict(figure).map(Verdict::word).orElse("");
  }

  /** All figures in a few words: which of them go beyond what any push does. */
  String words() {
    String beyond =
        Arrays.stream(StripFigure.values())
            .filter(
                figure ->
                    floor.verdict(baseline, own, figure).filter(Verdict.BEYOND::equals).isPresent())
            .map(figure -> figure.key().replace('_', ' ').replace("nll", "NLL").replace("kl", "KL"))
            .collect(Collectors.joining(", "));
    return beyond.isEmpty() ? "within what any push does" : "beyond any push: " + beyond;
  }

  private Optional<Verdict> verdict(Figure figure) {
    return floor.verdict(baseline, own, figure.ofStrips());
  }

  /** The figure of every random direction. */
  double[] random(Figure figure) {
    return floor.answers().stream()
        .mapToDouble(random -> figure.ofStrips().of(random.answer()))
        .toArray();
  }

  double baseline(Figure figure) {
    return figure.of(baseline.figures().measures().answer());
  }

  double own(Figure figure) {
    return figure.of(own.figures().measures().answer());
  }

  /** A sentence for who asks what the word means. */
  String sentence(Figure figure) {
    String ticks =
        Arrays.stream(random(figure))
            .mapToObj(value -> Texts.of("%.2f", value))
            .collect(Collectors.joining(", "));
    return verdict(figure)
        .map(
            verdict ->
                verdict == Verdict.BEYOND
                    ? "Beyond what any push does: it differs from the baseline by more than"
                    : "Within what any push does: it does not differ from the baseline by more than")
        .map(
            begin ->
                Texts.of(
                    " %s each of %d random directions of equal push, which made it %s.",
                    begin, floor.answers().size(), ticks))
        .orElse("");
  }
}
