package org.densesteer.ui.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.densesteer.evaluation.plan.SweepArm;
import org.densesteer.evaluation.results.Measure;
import org.densesteer.figure.FaceMetrics;
import org.densesteer.figure.Figure;
import org.densesteer.figure.FigureFormat;
import org.densesteer.figure.FigureSize;
import org.densesteer.figure.Mark;
import org.densesteer.figure.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SweepFiguresTest {

  @TempDir Path folder;

  private static final ForestPicture FOREST =
      new ForestPicture(
          "Density against the baseline in tokens per step, on 50 problems, 95 % intervals",
          "more than every placebo",
          List.of(),
          List.of(
              new ForestPicture.Row("chosen cell", "", true, 5, 4, 6, "+5.00 [+4.00, +6.00]"),
              new ForestPicture.Row("random-1", "", false, -1, -2, 0.5, "−1.00 [−2.00, +0.50]"),
              new ForestPicture.Row(
                  "random-2", "", false, Double.NaN, Double.NaN, Double.NaN, "–")));

  /** A map of layers and strengths, of which the last of each row lies over the cliff. */
  private static HeatPicture map(int layers, int strengths) {
    List<HeatPicture.Row> rows = new ArrayList<>();
    for (int layer = layers - 1; layer >= 0; layer--) {
      List<HeatPicture.Cell> cells = new ArrayList<>();
      for (int i = 0; i < strengths; i++) {
        boolean over = i == strengths - 1;
        double value = layer == 0 && i == 0 ? Double.NaN : 10 + layer - i + (over ? 500 : 0);
        cells.add(
            new HeatPicture.Cell(
                SweepArm.cell(layer, i),
                layer,
                i,
                value,
                Measure.DENSITY.brief(value) + (over ? " ▾" : ""),
                layer == 1 && i == 1,
                over));
      }
      rows.add(new HeatPicture.Row(layer, cells));
    }
    return new HeatPicture(
        Measure.DENSITY,
        java.util.stream.IntStream.range(0, strengths).mapToObj(i -> "−" + i + ".25").toList(),
        rows,
        10);
  }

  private static Stream<Figure> figures() {
    return Stream.of(
            FigureSize.ONE_COLUMN,
            FigureSize.TWO_COLUMNS,
            FigureSize.SLIDE,
            new FigureSize(40, 40, 5))
        .flatMap(
            size ->
                Stream.of(
                    HeatFigure.of(map(6, 5), size),
                    HeatFigure.of(map(36, 17), size),
                    ForestFigure.of(FOREST, size)));
  }

  @ParameterizedTest
  @MethodSource("figures")
  void everythingLiesWithin(Figure figure) {
    double right = figure.size().width();
    double bottom = figure.size().height();
    for (Mark mark : figure.marks()) {
      if (mark instanceof Mark.Words words) {
        double wide = FaceMetrics.width(words.face(), words.size(), words.text());
        double from = words.x() - words.anchor().share() * wide;
        assertTrue(from >= 0 && from + wide <= right + 0.01, words.toString());
        assertTrue(words.base() > 0 && words.base() < bottom, words.toString());
      } else if (mark instanceof Mark.Box box) {
        assertTrue(box.width() > 0 && box.height() > 0, box.toString());
        assertTrue(box.x() >= 0 && box.x() + box.width() <= right, box.toString());
        assertTrue(box.y() >= 0 && box.y() + box.height() <= bottom, box.toString());
      } else if (mark instanceof Mark.Line line) {
        for (int i = 0; i < line.xs().length; i++) {
          assertTrue(line.xs()[i] >= 0 && line.xs()[i] <= right, line.toString());
          assertTrue(line.ys()[i] >= 0 && line.ys()[i] <= bottom, line.toString());
        }
      }
    }
  }

  @Test
  void everyCellIsABoxWithItsFigureTheChosenOneFramed() {
    Figure figure = HeatFigure.of(map(6, 5), FigureSize.TWO_COLUMNS);
    List<Mark.Box> boxes =
        figure.marks().stream()
            .filter(Mark.Box.class::isInstance)
            .map(Mark.Box.class::cast)
            .toList();
    assertEquals(30 + 40 + 1, boxes.size(), "cells, colours of the legend, the frame");
    assertEquals(1, boxes.stream().filter(box -> box.edge() != null).count());
    List<String> texts =
        figure.marks().stream()
            .filter(Mark.Words.class::isInstance)
            .map(mark -> ((Mark.Words) mark).text())
            .toList();
    assertTrue(texts.containsAll(List.of("15.00", "511 ▾", "–", "−4.25", "framed: chosen")));
    assertTrue(texts.contains("line: baseline 10.00"), texts.toString());
    // The ordinary cells lie up to 5 from the baseline; those over the cliff lie beyond.
    assertTrue(texts.containsAll(List.of("5.00", "≥ 15.00")), texts.toString());
  }

  @Test
  void thePdfHasItsWordsAsTextAndWhatMadeIt() throws Exception {
    Path file = folder.resolve("map.pdf");
    Origin origin = new Origin("Density.", "{\"sweep\":1}");
    FigureFormat.PDF.save(HeatFigure.of(map(6, 5), FigureSize.ONE_COLUMN), origin, 300, file);
    try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
      String text = new PDFTextStripper().getText(pdf);
      assertTrue(text.contains("Density by layer and strength"), text);
      assertTrue(text.contains("511 ▾"), text);
      assertEquals(
          "{\"sweep\":1}",
          pdf.getDocumentInformation().getCustomMetadataValue("DenseSteerSettings"));
    }
    Path svg = folder.resolve("forest.svg");
    FigureFormat.SVG.save(ForestFigure.of(FOREST, FigureSize.SLIDE), origin, 300, svg);
    String drawing = Files.readString(svg, StandardCharsets.UTF_8);
    assertTrue(drawing.contains("+5.00 [+4.00, +6.00]") && drawing.contains("random-2"));
    assertFalse(drawing.contains("NaN"));
  }
}
