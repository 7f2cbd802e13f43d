package org.densesteer.ui.charts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.densesteer.generation.StopReason;
import org.densesteer.generation.TokenEvent;
import org.densesteer.notebook.Runs;
import org.densesteer.ui.trace.ArmViewModel;
import org.densesteer.ui.trace.AskedArm;
import org.densesteer.ui.trace.ScriptedStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ChartDataTest {

  private final ArmViewModel baseline = new ArmViewModel("Baseline", 0, ScriptedStream.WORDS);
  private final ArmViewModel steered =
      new ArmViewModel("Steered, \"hard\"", 1, ScriptedStream.WORDS);
  private final List<TokenEvent> tokens = ScriptedStream.tokens(0, ScriptedStream.SPARSE, 7);

  private static ChartData lines(double... values) {
    double[] places = new double[values.length];
    java.util.Arrays.setAll(places, i -> i);
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
        ChartCsv.of(data)
            .startsWith(
                "reasoning step,\"Baseline (tokens, template variables"
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
        ChartCsv.of(ChartMeasure.NLL_PER_TOKEN.of(List.of(baseline, steered))).split("\r\n");
    assertEquals(
        "token,\"Baseline (nats, unsteered model)\",\"Steered, \"\"hard\"\" (nats, unsteered"
            + " model)\"",
        lines[0]);
    assertEquals(4, lines.length);
    assertEquals("0," + tokens.get(0).nll() + "," + tokens.get(0).nll(), lines[1]);
    assertEquals("2," + tokens.get(2).nll() + ",", lines[3]);
  }

  @Test
  void svgIsWellFormedAndBreaksLinesAtGaps() throws Exception {
    String svg = ChartSvg.of(lines(1, 2, Double.NaN, 3, 4), ChartPalette.LIGHT);
    Document xml =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)));
    assertEquals("T & t", xml.getElementsByTagName("title").item(0).getTextContent());
    assertEquals(2, xml.getElementsByTagName("polyline").getLength());
    assertTrue(svg.contains("#0072b2"));
  }

  @Test
  void svgHasABarPerValue() throws Exception {
    baseline.accept(tokens);
    String svg =
        ChartSvg.of(ChartMeasure.DENSITY_PER_STEP.of(List.of(baseline)), ChartPalette.DARK);
    Document xml =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)));
    int groundAndLegend = 2;
    assertEquals(8 + groundAndLegend, xml.getElementsByTagName("rect").getLength());
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
