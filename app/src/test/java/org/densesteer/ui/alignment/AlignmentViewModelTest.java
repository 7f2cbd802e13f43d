package org.densesteer.ui.alignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.densesteer.figure.FigureSize;
import org.densesteer.figure.Mark;
import org.densesteer.ui.ViewModels;
import org.densesteer.ui.common.HandPulses;
import org.densesteer.ui.common.HandTimers;
import org.densesteer.ui.compare.CompareViewModel;
import org.junit.jupiter.api.Test;

class AlignmentViewModelTest {

  private final ViewModels window = new ViewModels();
  private final HandPulses pulses = new HandPulses();
  private final CompareViewModel compare =
      new CompareViewModel(
          window.models,
          window.prompts,
          window.steering,
          window.tasks,
          window.notices,
          pulses,
          new HandTimers(),
          Runnable::run);
  private final AlignmentViewModel alignment =
      new AlignmentViewModel(
          window.models, window.steering, compare.arms(), window.tasks, window.notices);

  private void answer() {
    window.open();
    window.steering.setStrength(4);
    compare.run();
    pulses.pulse();
  }

  @Test
  void saysWhatIsMissing() {
    assertEquals(
        "No model is loaded; choose one in the model menu.", alignment.obstacle().orElseThrow());
    window.open();
    assertEquals(
        "No answer of the present settings stands in the panes; run it first.",
        alignment.obstacle().orElseThrow());
    alignment.run();
    assertTrue(alignment.mapsProperty().get().isEmpty());
  }

  @Test
  void bothAnswersHaveAMap() {
    answer();
    alignment.run();
    List<ArmMap> maps = alignment.mapsProperty().get();
    assertEquals(List.of("Baseline", "Steered"), maps.stream().map(ArmMap::name).toList());
    assertEquals(compare.arms().get(1).response().size(), maps.get(1).tokens());
    assertEquals(0.2, maps.get(0).at(2, 0), 1e-6);
    assertEquals(0.6, maps.get(1).at(2, 0), 1e-6);
    assertEquals(0.9, maps.get(1).most(), 1e-6);
    assertTrue(
        AlignmentViewModel.words(maps.get(1), 2, 0).endsWith("· cosine +0.600"),
        AlignmentViewModel.words(maps.get(1), 2, 0));
    String[] csv = alignment.csv().split("\r\n");
    assertEquals(
        "arm,position,part,token_id,token,layer_0,layer_1,layer_2,layer_3,layer_4,layer_5", csv[2]);
    assertTrue(csv[3].startsWith("Baseline,0,prompt,1,\"t1\",0.00000,0.10000"), csv[3]);
    assertTrue(csv[6].startsWith("Baseline,3,response,"), csv[6]);
    assertTrue(csv[0].startsWith("# Cosines of hidden states with the directions of "), csv[0]);
    assertEquals("# settings: " + alignment.origin().settings(), csv[1]);
    assertTrue(csv[1].contains("\"runs\":[{\"id\":"), csv[1]);
    figureOf(maps);
  }

  /** Every cell a box within the figure, whose colours tell the sign. */
  private static void figureOf(List<ArmMap> maps) {
    for (FigureSize size : List.of(FigureSize.ONE_COLUMN, FigureSize.SLIDE)) {
      List<Mark.Box> boxes =
          AlignmentFigure.of(maps, size).marks().stream()
              .filter(Mark.Box.class::isInstance)
              .map(Mark.Box.class::cast)
              .toList();
      int cells = maps.stream().mapToInt(map -> map.tokens() * map.map().layers()).sum();
      assertEquals(cells + 40, boxes.size(), "and the colours of the legend");
      for (Mark.Box box : boxes) {
        assertTrue(box.height() > 0 && box.x() + box.width() <= size.width(), box.toString());
        assertTrue(box.y() > 0 && box.y() + box.height() <= size.height(), box.toString());
      }
    }
  }

  @Test
  void anAnswerOfOtherSettingsHasNone() {
    answer();
    window.prompts.questionProperty().set("Another question?");
    assertTrue(alignment.obstacle().isPresent());
  }
}
