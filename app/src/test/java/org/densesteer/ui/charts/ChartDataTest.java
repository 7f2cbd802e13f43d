package org.densesteer.ui.charts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.densesteer.figure.FaceMetrics;
import org.densesteer.figure.Figure;
import org.densesteer.figure.FigureSize;
import org.densesteer.figure.Mark;
import org.densesteer.generation.StopReason;
import org.densesteer.generation.TokenEvent;
import org.densesteer.notebook.Provenance;
import org.densesteer.notebook.Runs;
import org.densesteer.ui.trace.ArmViewModel;
import org.densesteer.ui.trace.AskedArm;
import org.densesteer.ui.trace.ScriptedStream;
import org.junit.jupiter.api.Test;

class ChartDataTest {

  private final ArmViewModel baseline = new ArmViewModel("Baseline", 0, ScriptedStream.WORDS);
  private final ArmViewModel steered =
      new ArmViewModel("Steered, \"hard\"", 1, ScriptedStream.WORDS);
  private final List<TokenEvent> tokens = ScriptedStream.tokens(0, ScriptedStream.SPARSE, 7);

  private static final FigureSize SIZE = FigureSize.ONE_COLUMN;
  private static final Provenance NOTHING = Provenance.of(List.of());
  private static final Provenance RUN = Provenance.of(List.of(Runs.full("run-1", "a\r\nb")));

  private static ChartData lines(double... values) {
    double[] places = new double[values.length];
    Arrays.setAll(places, i -> i);
    ChartSeries series = new ChartSeries("a", 0, false, places, values);
    return new ChartData("T & t", "nats", ChartKind.LINES, "token", 3, List.of(series));
  }

  @Test
  void anArmThatSaidNothingHasNoSeries() {
    for (ChartMeasure measure : ChartMeasure.values()) {
      assertTrue(measure.of(List.of(baseline, steered)).isEmpty());
    }
  }

  @Test
  void densityPerStepIsTheStepsTokens() {
    baseline.accept(tokens);
    ChartData data = ChartMeasure.DENSITY_PER_STEP.of(List.of(baseline, steered));
    assertEquals(1, data.series().size());
    assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6, 7, 8}, data.series().get(0).x());
    assertEquals(5, data.series().get(0).y()[0]);
  }

  @Test
  void theSecondConventionComesWhenTheAnswerHasEnded() {
    baseline.accept(tokens);
    assertEquals(1, ChartMeasure.NLL_PER_STEP.of(List.of(baseline)).series().size());
    baseline.finish(ScriptedStream.trace(tokens, StopReason.END_OF_TEXT), null);
    List<ChartSeries> both = ChartMeasure.NLL_PER_STEP.of(List.of(baseline)).series();
    assertEquals(
        List.of("Baseline w/ prompt", "Baseline alone"),
        both.stream().map(ChartSeries::name).toList());
    double second = both.get(0).y()[1] + 0.1;
    assertEquals(second, both.get(1).y()[1], 1e-12);
    double firstStepWithoutItsFirstToken =
        tokens.subList(1, baseline.steps().get(0).lastToken() + 1).stream()
            .mapToDouble(token -> token.nll() + 0.1)
            .average()
            .orElseThrow();
    assertEquals(firstStepWithoutItsFirstToken, both.get(1).y()[0], 1e-12);
  }

  @Test
  void chartsNameTheTemplateVariables() {
    baseline.ask(AskedArm.of(Runs.full(), Runs.full().arms().get(0)));
    baseline.accept(tokens);
    ChartData data = ChartMeasure.DENSITY_PER_STEP.of(List.of(baseline));
    assertEquals("tokens, template variables {\"enable_thinking\":true}", data.unit());
    assertTrue(
        ChartCsv.of(data, NOTHING)
            .contains(
                "\r\nreasoning step,\"Baseline (tokens, template variables"
                    + " {\"\"enable_thinking\"\":true})\"\r\n"));
  }

  @Test
  void perTokenChartsHaveEveryToken() {
    baseline.accept(tokens);
    ChartSeries nll = ChartMeasure.NLL_PER_TOKEN.of(List.of(baseline)).series().get(0);
    assertEquals(tokens.size(), nll.size());
    assertEquals(tokens.get(7).nll(), nll.y()[7]);
    ChartSeries kl = ChartMeasure.KL_PER_TOKEN.of(List.of(baseline)).series().get(0);
    assertEquals(0, kl.y()[7]);
  }

  @Test
  void ticksAreRoundAndCoverTheData() {
    AxisScale scale = AxisScale.values(27, 5);
    assertEquals(new AxisScale(0, 30, 10), scale);
    assertEquals(4, scale.tickCount());
    assertEquals("0.25", new AxisScale(0, 1, 0.05).label(0.25));
    assertEquals("20", scale.label(scale.tick(2)));
    assertEquals(1, AxisScale.values(0, 4).max());
    assertEquals(0.5, AxisScale.bars(1, 8, 8).min());
    assertEquals(1, AxisScale.bars(1, 8, 8).firstTick());
    assertEquals(1, AxisScale.whole(0, 3, 10).step());
  }

  @Test
  void barsOfOneStepStandSideBySide() {
    BarPlaces places = new BarPlaces(3);
    assertEquals(places.left(2, 0) + places.width(), places.left(2, 1), 1e-12);
    assertEquals(2, (places.left(2, 0) + places.left(2, 2) + places.width()) / 2, 1e-12);
    assertTrue(places.left(2, 0) > 1.5 && places.left(2, 2) + places.width() < 2.5);
  }

  @Test
  void csvHasALinePerPlaceAndQuotesNames() {
    baseline.accept(tokens.subList(0, 3));
    steered.accept(tokens.subList(0, 2));
    String[] lines =
        ChartCsv.of(ChartMeasure.NLL_PER_TOKEN.of(List.of(baseline, steered)), RUN).split("\r\n");
    assertTrue(lines[0].startsWith("# NLL per token. owner/name (fingerprint 0123456789abcdef"));
    assertEquals("# settings: " + RUN.json(), lines[1]);
    lines = Arrays.copyOfRange(lines, 2, lines.length);
    assertEquals(
        "token,\"Baseline (nats, unsteered model)\",\"Steered, \"\"hard\"\" (nats, unsteered"
            + " model)\"",
        lines[0]);
    assertEquals(4, lines.length);
    assertEquals("0," + tokens.get(0).nll() + "," + tokens.get(0).nll(), lines[1]);
    assertEquals("2," + tokens.get(2).nll() + ",", lines[3]);
  }

  @Test
  void aFigureBreaksLinesAtGapsAndDashesTheSecondArm() {
    assertEquals(3, lines(ChartFigure.of(lines(1, 2, Double.NaN, 3, 4), FigureSize.SLIDE)).size());
    baseline.accept(tokens);
    steered.accept(tokens);
    ChartData data = ChartMeasure.NLL_PER_TOKEN.of(List.of(baseline, steered));
    List<Mark.Line> both = lines(ChartFigure.of(data, FigureSize.SLIDE));
    assertEquals(4, both.size());
    assertEquals(0, both.get(0).dashes().length);
    assertEquals(2, both.get(3).dashes().length);
    assertEquals("#0072b2", both.get(2).colour());
  }

  /** The samples of the legend, and the series; not the grid. */
  private static List<Mark.Line> lines(Figure figure) {
    return figure.marks().stream()
        .filter(mark -> mark instanceof Mark.Line)
        .map(mark -> (Mark.Line) mark)
        .filter(line -> !line.colour().equals(ChartPalette.LIGHT.grid()))
        .toList();
  }

  @Test
  void aFigureHasABarPerValueAndStripesForTheSecondArm() {
    baseline.accept(tokens);
    Figure one = ChartFigure.of(ChartMeasure.DENSITY_PER_STEP.of(List.of(baseline)), SIZE);
    assertEquals(8 + 1, one.marks().stream().filter(mark -> mark instanceof Mark.Box).count());
    assertEquals(List.of(), lines(one));
    steered.accept(tokens);
    Figure two = ChartFigure.of(ChartMeasure.DENSITY_PER_STEP.of(List.of(baseline, steered)), SIZE);
    assertTrue(lines(two).size() > 8);
    assertEquals("Density per step, tokens", two.title());
  }

  @Test
  void everyMarkOfAFigureStaysInside() {
    baseline.accept(tokens);
    steered.accept(tokens);
    for (FigureSize size : List.of(SIZE, FigureSize.TWO_COLUMNS, FigureSize.SLIDE)) {
      for (ChartMeasure measure : ChartMeasure.values()) {
        for (Mark mark : ChartFigure.of(measure.of(List.of(baseline, steered)), size).marks()) {
          if (mark instanceof Mark.Words words) {
            double width = FaceMetrics.width(words.face(), words.size(), words.text());
            double left = words.x() - words.anchor().share() * width;
            assertTrue(left >= 0 && left + width <= size.width(), words.text());
            assertTrue(words.base() < size.height() && words.base() > words.size(), words.text());
          } else if (mark instanceof Mark.Box box) {
            assertTrue(box.x() >= 0 && box.x() + box.width() <= size.width());
            assertTrue(box.y() >= 0 && box.y() + box.height() <= size.height());
          }
        }
      }
    }
  }

  @Test
  void stripesEndAtTheEdges() {
    ArmPattern.of(1)
        .stripes(
            10,
            20,
            30,
            7,
            3,
            (x1, y1, x2, y2) -> {
              assertTrue(Math.min(x1, x2) >= 10 && Math.max(x1, x2) <= 40 + 1e-9);
              assertTrue(Math.min(y1, y2) >= 20 - 1e-9 && Math.max(y1, y2) <= 27 + 1e-9);
            });
  }

  @Test
  void readsOutEverySeriesThatHasAValueThere() {
    assertEquals("token 1\na  2.000\nnats", ChartReadout.at(lines(1, 2, Double.NaN), 1));
    assertEquals("", ChartReadout.at(lines(1, 2, Double.NaN), 2));
    assertEquals("", ChartReadout.at(lines(1, 2), 9));
  }

  @Test
  void placesAndValuesMustMatch() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new ChartSeries("a", 0, false, new double[2], new double[1]));
  }
}
