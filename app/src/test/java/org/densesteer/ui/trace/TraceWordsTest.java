package org.densesteer.ui.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.densesteer.chat.TemplateVariables;
import org.densesteer.generation.TokenEvent;
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
  void marksWhereTheStrengthChanged() {
    ResponseText text = new ResponseText();
    for (double strength : new double[] {2, 2, 3, 3, 2}) {
      text.append(List.of(token(0, 0, 0, strength)));
    }
    assertEquals(List.of(2, 4), StrengthMarks.between(text, 0, 4));
    assertEquals(List.of(4), StrengthMarks.between(text, 3, 9));
    assertEquals(List.of(), StrengthMarks.between(text, 0, 1));
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
    assertEquals("ℓ 5 · λ +2.00", SteeringWords.compact(List.of(DENSE)));
    assertEquals("mix of 2 · ℓ 3, 5", SteeringWords.compact(List.of(DENSE, CALM)));
    assertEquals(
        """
        dense at layer 5, λ +2.00
        calm at layer 3, λ −0.50, add, keep ‖h‖, response from step 2 on""",
        SteeringWords.full(List.of(DENSE, CALM)));
    Steering ablation = new Steering(DENSE.vector(), 4, 0, Positions.PROMPT_ONLY, Operator.ABLATE);
    assertEquals("ℓ 4 · ablate", SteeringWords.compact(List.of(ablation)));
    assertEquals("dense at layer 4, ablate, prompt only", SteeringWords.full(List.of(ablation)));
  }

  @Test
  void copiesATraceAsJson() throws Exception {
    ArmViewModel arm = new ArmViewModel("Steered", 1, ScriptedStream.WORDS);
    arm.accept(ScriptedStream.tokens(1, ScriptedStream.DENSE, 3));
    arm.steer(List.of(DENSE, CALM));
    arm.prompted(TemplateVariables.of(Map.of("enable_thinking", false)));
    JsonNode json = new ObjectMapper().readTree(TraceJson.of(arm));
    assertEquals(ScriptedStream.DENSE, json.get("text").asText());
    assertEquals(3, json.get("steps").asInt());
    assertEquals("{\"enable_thinking\":false}", json.get("template_variables").toString());
    assertEquals(2, json.get("steering").size());
    assertEquals("calm", json.at("/steering/1/vector").asText());
    assertEquals(3, json.at("/steering/1/layer").asInt());
    assertEquals(-0.5, json.at("/steering/1/strength").asDouble());
    assertEquals("add_keep_norm", json.at("/steering/1/operator").asText());
    assertEquals("step:2", json.at("/steering/1/positions").asText());
    assertEquals(true, json.get("nll_response_only").isNull());
    assertEquals(arm.response().size(), json.get("response_tokens").size());
    JsonNode first = json.get("response_tokens").get(0);
    assertEquals("Maya", first.get("text").asText());
    assertEquals(arm.response().token(0).nll(), first.get("nll").asDouble());
    assertEquals(5, first.get("alternatives").size());
  }
}
