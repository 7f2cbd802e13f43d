package org.densesteer.evaluation.smallbatch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.results.CliffRule;
import org.densesteer.evaluation.results.Measure;
import org.densesteer.evaluation.statistics.Bootstrap;
import org.densesteer.evaluation.statistics.Holm;
import org.densesteer.evaluation.statistics.PairedComparison;
import org.densesteer.evaluation.statistics.PlainWords;
import org.densesteer.evaluation.strip.StripAnswer;
import org.densesteer.evaluation.strip.StripFigure;

/**
 * Problems whose both answers have come. Figures are compared on the problems of which both answers
 * are whole, right answers on all.
 *
 * @param pairs in the order of the problems
 * @param asked how many problems were asked for; more than there are pairs where it was stopped
 */
public record SmallBatch(List<BatchPair> pairs, int asked) {

  private static final double LEVEL = 0.95;
  private static final Bootstrap BOOTSTRAP = new Bootstrap(Bootstrap.DEFAULT_RESAMPLES, 1, LEVEL);

  /** Figures that are compared, in the order of the table. */
  public static final List<StripFigure> FIGURES =
      List.of(
          StripFigure.STEPS, StripFigure.TOKENS, StripFigure.DENSITY, StripFigure.NLL_WITH_PROMPT);

  /** Freezes the list. */
  public SmallBatch {
    pairs = List.copyOf(pairs);
  }

  /** A figure, steered against baseline: mean difference, bootstrap interval, Wilcoxon's test. */
  public PairedComparison compare(StripFigure figure) {
    return PairedComparison.ofFigures(
        figures(pair -> figure.of(pair.baseline())),
        figures(pair -> figure.of(pair.steered())),
        BOOTSTRAP);
  }

  private double[] figures(ToDoubleFunction<BatchPair> reading) {
    return pairs.stream().filter(BatchPair::comparable).mapToDouble(reading).toArray();
  }

  /** Right answers, steered against baseline: Tango's interval, McNemar's test. */
  public PairedComparison accuracy() {
    boolean[] before = new boolean[pairs.size()];
    boolean[] after = new boolean[pairs.size()];
    for (int i = 0; i < pairs.size(); i++) {
      before[i] = Boolean.TRUE.equals(pairs.get(i).baseline().correct());
      after[i] = Boolean.TRUE.equals(pairs.get(i).steered().correct());
    }
    return PairedComparison.ofShares(before, after, LEVEL);
  }

  /** Such as {@code steps: difference −1.20, 95 % interval −2.10 to −0.40}. */
  public String difference(StripFigure figure) {
    return difference(compare(figure), Measure.valueOf(figure.name()));
  }

  private static String difference(PairedComparison compared, Measure measure) {
    String mean = measure.unit().signed(compared.difference());
    if (compared.count() == 0) {
      return measure.unit().name() + ": nothing to compare";
    }
    return Texts.of(
        "%s: difference %s%s",
        measure.unit().name(),
        mean,
        compared.interval().known()
            ? Texts.of(
                ", 95 %% interval %s to %s",
                measure.unit().signed(compared.interval().low()),
                measure.unit().signed(compared.interval().high()))
            : ", no interval (no spread)");
  }

  /** What can be said of it, a sentence for each figure; p values corrected for their number. */
  public List<String> sentences() {
    List<PairedComparison> compared = new ArrayList<>();
    List<Measure> measures = new ArrayList<>();
    for (StripFigure figure : FIGURES) {
      compared.add(compare(figure));
      measures.add(Measure.valueOf(figure.name()));
    }
    compared.add(accuracy());
    measures.add(Measure.ACCURACY);
    double[] corrected =
        Holm.adjust(compared.stream().mapToDouble(PairedComparison::pValue).toArray());
    List<String> sentences = new ArrayList<>();
    caution().forEach(sentences::add);
    for (int i = 0; i < compared.size(); i++) {
      sentences.add(
          PlainWords.about(compared.get(i), corrected[i], compared.size(), measures.get(i).unit()));
    }
    return sentences;
  }

  /** What must be known before any figure is believed. */
  private List<String> caution() {
    List<String> cautions = new ArrayList<>();
    if (pairs.size() < asked) {
      cautions.add(
          Texts.of("It was stopped: %d of %d problems were answered.", pairs.size(), asked));
    }
    long apart = pairs.stream().filter(pair -> !pair.comparable()).count();
    if (apart > 0) {
      cautions.add(
          Texts.of(
              "Figures leave out %d of %d problems, where an answer repeats itself or was cut.",
              apart, pairs.size()));
    }
    double before = broken(BatchPair::baseline);
    double after = broken(BatchPair::steered);
    if (!pairs.isEmpty() && CliffRule.risen(before, after)) {
      cautions.add(
          Texts.of(
              "Steering breaks answers: %.0f %% of them are not whole, without it %.0f %%.",
              100 * after, 100 * before));
    }
    return cautions;
  }

  private double broken(Function<BatchPair, StripAnswer> arm) {
    return pairs.stream().map(arm).filter(answer -> !answer.whole()).count()
        / (double) Math.max(1, pairs.size());
  }
}
