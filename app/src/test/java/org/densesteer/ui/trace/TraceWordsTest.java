package org.densesteer.ui.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.densesteer.generation.TokenEvent;
import org.densesteer.notebook.RunChange;
import org.densesteer.notebook.RunSteering;
import org.densesteer.notebook.Runs;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Positions;
import org.densesteer.steering.Steering;
import org.densesteer.ui.Samples;
import org.junit.jupiter.api.Test;

class TraceWordsTest {

  private static final Steering DENSE =
      Steering.everywhere(Samples.vector(6, 192).renamed("dense"), 5, 2);
  private static final Steering CALM =
      new Steering(
          Samples.vector(6, 192).renamed("calm"),
          3,
          -0.5,
          Positions.fromStep(2),
          Operator.ADD_KEEP_NORM);

  private static TokenEvent token(double nll, double kl, double alignment, double strength) {
    return new TokenEvent(1, 0, 5, "x", nll, 0.5, 1, kl, alignment, 0, strength, List.of());
  }

  @Test
  void differencesCarryTheirSign() {
    assertEquals("−5", FigureText.signed(-5, 0));
    assertEquals("+0.02", FigureText.signed(0.02, 2));
    assertEquals("±0", FigureText.signed(-0.001, 2));
    assertEquals("", FigureText.signed(Double.NaN, 2));
    assertEquals("+77%", FigureText.percent(17.0, 9.6));
    assertEquals("", FigureText.percent(3, 0));
    assertEquals("–", FigureText.decimals(Double.NaN, 2));
    assertEquals("0.00", FigureText.decimals(-0.0001, 2));
  }

  @Test
  void probabilitiesKeepTheirDigits() {
    assertEquals("89.0 %", FigureText.probability(0.89));
    assertEquals("3e-07", FigureText.probability(3e-7));
  }

  @Test
  void whiteSpaceCanBeSeen() {
    assertEquals("␣So⏎⏎", FigureText.visible(" So\n\n"));
    assertEquals("∅", FigureText.visible(""));
  }

  @Test
  void shadesGrowWithTheValueAndEndAtTheScale() {
    assertEquals(0, TokenColouring.NLL.shade(token(0.1, 0, 0, 0)));
    assertEquals(4, TokenColouring.NLL.shade(token(2, 0, 0, 0)));
    assertEquals(8, TokenColouring.NLL.shade(token(30, 0, 0, 0)));
    assertEquals(8, TokenColouring.NLL.shade(token(Double.POSITIVE_INFINITY, 0, 0, 0)));
    assertEquals(4, TokenColouring.KL.shade(token(0, 0.5, 0, 0)));
    assertEquals(-8, TokenColouring.ALIGNMENT.shade(token(0, 0, -0.9, 0)));
    assertEquals(4, TokenColouring.ALIGNMENT.shade(token(0, 0, 0.25, 0)));
    assertEquals(0, TokenColouring.ALIGNMENT.shade(token(0, 0, Double.NaN, 0)));
    assertEquals(0, TokenColouring.NONE.shade(token(9, 9, 9, 9)));
  }

  @Test
  void saysWhereTheStrengthChanged() {
    List<RunSteering> first = RunSteering.all(List.of(DENSE));
    List<RunSteering> weaker =
        RunSteering.all(List.of(Steering.everywhere(DENSE.vector(), 5, 0.3)));
    List<RunSteering> lower = RunSteering.all(List.of(Steering.everywhere(DENSE.vector(), 4, 2)));
    assertEquals("λ +0.30", SteeringWords.mark(first, weaker));
    assertEquals("ℓ 4 · λ +2.00", SteeringWords.mark(first, lower));
    assertEquals(
        "ℓ 5 · λ +2.00 → +0.30 at token 480",
        SteeringWords.compact(first, List.of(new RunChange(479, weaker))));
    assertEquals(
        "ℓ 5 · λ +2.00 → … → ℓ 4 · λ +2.00 at token 9",
        SteeringWords.compact(first, List.of(new RunChange(3, weaker), new RunChange(8, lower))));
    assertEquals(
        """
        dense at layer 5, λ +2.00
        from token 480 on: dense at layer 5, λ +0.30""",
        SteeringWords.full(first, List.of(new RunChange(479, weaker))));
  }

  @Test
  void saysHowAnAnswerEndedAndWhoseLimitCutIt() {
    AskedArm asked = AskedArm.of(Runs.full(), Runs.full().arms().get(1));
    assertEquals(
        "cut at your limit of 3 tokens", Endings.words(ArmState.AT_LENGTH, false, 3, asked));
    assertEquals(
        "repeats itself · cut at the model’s 512 positions",
        Endings.words(ArmState.AT_LENGTH, true, 2, asked));
    assertEquals("", Endings.words(ArmState.COMPLETE, false, 2, asked));
    assertEquals("stopped", Endings.words(ArmState.STOPPED, false, 2, null));
  }

  @Test
  void selectsTheWordUnderTheMouse() {
    assertEquals(new TraceSelection(3, 5), TraceSelection.word("so we add", 4));
    assertEquals(new TraceSelection(6, 9), TraceSelection.word("so we add", 9));
    assertEquals(2, new TraceSelection(7, 2).from());
    assertEquals(7, new TraceSelection(7, 2).to());
  }

  @Test
  void saysWhatSteersAnArmInFewWordsAndInFull() {
    assertEquals("", SteeringWords.compact(List.of()));
    assertEquals("ℓ 5 · λ +2.00", SteeringWords.compact(RunSteering.all(List.of(DENSE))));
    assertEquals("mix of 2 · ℓ 3, 5", SteeringWords.compact(RunSteering.all(List.of(DENSE, CALM))));
    assertEquals(
        """
        dense at layer 5, λ +2.00
        calm at layer 3, λ −0.50, add, keep ‖h‖, response from step 2 on""",
        SteeringWords.full(RunSteering.all(List.of(DENSE, CALM))));
    Steering ablation = new Steering(DENSE.vector(), 4, 0, Positions.PROMPT_ONLY, Operator.ABLATE);
    assertEquals("ℓ 4 · ablate", SteeringWords.compact(RunSteering.all(List.of(ablation))));
    assertEquals(
        "dense at layer 4, ablate, prompt only",
        SteeringWords.full(RunSteering.all(List.of(ablation))));
  }

  @Test
  void ofAMixThatIsSteeredAnewTheChangedStrengthsAreToldWithTheirLayers() {
    List<RunSteering> first = RunSteering.all(List.of(DENSE, CALM));
    Steering more = Steering.everywhere(DENSE.vector(), 5, 2.5);
    List<RunSteering> one = RunSteering.all(List.of(more, CALM));
    List<RunSteering> both =
        RunSteering.all(
            List.of(more, new Steering(CALM.vector(), 3, -1, CALM.positions(), CALM.operator())));
    assertEquals("ℓ5 +2.50", SteeringWords.mark(first, one));
    assertEquals("ℓ5 +2.50\nℓ3 −1.00", SteeringWords.mark(first, both));
    assertEquals("mix of 2 · ℓ 3, 5", SteeringWords.mark(RunSteering.all(List.of(DENSE)), first));
    assertEquals(
        "mix of 2 · ℓ 3, 5 → ℓ5 +2.50 at token 12",
        SteeringWords.compact(first, List.of(new RunChange(11, one))));
  }
}
