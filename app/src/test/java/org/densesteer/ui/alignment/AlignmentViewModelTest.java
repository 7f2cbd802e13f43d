package org.densesteer.ui.alignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
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
        "arm,position,part,token_id,token,layer_0,layer_1,layer_2,layer_3,layer_4,layer_5", csv[0]);
    assertTrue(csv[1].startsWith("Baseline,0,prompt,1,\"t1\",0.00000,0.10000"), csv[1]);
    assertTrue(csv[4].startsWith("Baseline,3,response,"), csv[4]);
  }

  @Test
  void anAnswerOfOtherSettingsHasNone() {
    answer();
    window.prompts.questionProperty().set("Another question?");
    assertTrue(alignment.obstacle().isPresent());
  }
}
