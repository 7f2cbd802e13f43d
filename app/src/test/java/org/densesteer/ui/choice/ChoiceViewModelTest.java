package org.densesteer.ui.choice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import org.densesteer.common.Json;
import org.densesteer.figure.Figure;
import org.densesteer.figure.FigureSize;
import org.densesteer.figure.Mark;
import org.densesteer.ui.ViewModels;
import org.junit.jupiter.api.Test;

class ChoiceViewModelTest {

  private final ViewModels window = new ViewModels();
  private final ChoiceViewModel choice =
      new ChoiceViewModel(
          window.models, window.prompts, window.steering, window.tasks, window.notices);

  private String notice() {
    return Objects.requireNonNull(window.notices.lastProperty().get()).sentence();
  }

  @Test
  void oddsFollowTheStrength() throws Exception {
    window.open();
    choice.run("7", "10");
    ChoiceResult result = Objects.requireNonNull(choice.resultProperty().get());
    assertEquals(9, result.strengths().length);
    assertEquals(1, result.unsteered(), 1e-12);
    for (int i = 0; i < 9; i++) {
      assertEquals(1 + result.strengths()[i], result.steered()[i], 1e-9);
    }
    assertEquals(24, result.odds().floor().size());
    String[] csv = result.csv().split("\r\n");
    assertEquals("arm,layer,strength,push,log_odds,log_p_first,log_p_second", csv[2]);
    JsonNode made = Json.STRICT.readTree(result.made().settings()).get("two_choice_test");
    assertEquals("# settings: " + result.made().settings(), csv[1]);
    assertEquals(9, made.get("strengths").size());
    assertEquals(64, made.get("vector_sha256").asText().length());
    assertEquals("baseline,,,,1.000000,-1.000000,-2.000000", csv[3]);
    assertEquals(4 + 9 + 24, csv.length);
  }

  @Test
  void theDrawingHasALineWithAPointForEachStrength() {
    window.open();
    choice.run("7", "10");
    ChoiceResult result = Objects.requireNonNull(choice.resultProperty().get());
    Figure figure = ChoiceDrawing.of(result, FigureSize.ONE_COLUMN, ChoiceDrawing.Colours.LIGHT);
    assertTrue(
        figure.marks().stream()
            .anyMatch(mark -> mark instanceof Mark.Line line && line.xs().length == 9));
    assertEquals(9, figure.marks().stream().filter(Mark.Box.class::isInstance).count());
  }

  @Test
  void saysWhatIsWrong() {
    choice.run("7", "10");
    assertEquals("No model is loaded; choose one in the model menu.", notice());
    window.open();
    choice.run("7", "7");
    assertEquals("Both continuations are the same tokens to this model.", notice());
    choice.run("", "7");
    assertEquals("A continuation has no token in this model's vocabulary.", notice());
    assertNull(choice.resultProperty().get());
  }
}
