package org.densesteer.ui.alignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.densesteer.figure.Figure;
import org.densesteer.figure.FigureSize;
import org.densesteer.figure.Mark;
import org.densesteer.generation.Alignment;
import org.junit.jupiter.api.Test;

/** Alignment maps as a figure. */
class AlignmentDrawingTest {

  /** Two layers; a prompt of one token and an answer of two. */
  private static ArmMap map(String name, float... cosines) {
    return new ArmMap(
        name,
        0,
        new Alignment(
            1,
            new int[] {1, 2, 3},
            new float[][] {{0, cosines[0], cosines[1]}, {0, cosines[2], cosines[3]}}),
        List.of("a", "b"));
  }

  private static List<Mark.Box> cells(Figure figure) {
    return figure.marks().stream()
        .filter(Mark.Box.class::isInstance)
        .map(Mark.Box.class::cast)
        .filter(box -> box.fill() != null)
        .toList();
  }

  @Test
  void cellsAreColouredBySignAndSizeInAllMapsAlike() {
    FigureSize size = FigureSize.TWO_COLUMNS;
    Figure figure =
        AlignmentDrawing.of(
            List.of(
                map("baseline", 0.2f, -0.4f, Float.NaN, 0), map("steered", 0.1f, 0.1f, 0.1f, 0.1f)),
            size);
    List<Mark.Box> cells = cells(figure);
    assertEquals(6, cells.size());
    // 255 + (213 − 255) / 2, 255 + (94 − 255) / 2, 255 / 2, rounded; full blue.
    assertEquals("#eaaf80", cells.get(0).fill());
    assertEquals("#0072b2", cells.get(1).fill());
    Mark.Box low = cells.get(2);
    Mark.Box high = cells.get(4);
    assertEquals(low.x(), high.x());
    assertTrue(low.y() > high.y());
    for (Mark.Box cell : cells) {
      assertTrue(cell.x() >= 0 && cell.x() + cell.width() <= size.width());
      assertTrue(cell.y() >= 0 && cell.y() + cell.height() <= size.height());
    }
    List<String> words =
        figure.marks().stream()
            .filter(Mark.Words.class::isInstance)
            .map(mark -> ((Mark.Words) mark).text())
            .toList();
    assertTrue(words.contains("baseline") && words.contains("steered"), words::toString);
    assertTrue(words.stream().anyMatch(text -> text.endsWith("±0.40")), words::toString);
  }
}
