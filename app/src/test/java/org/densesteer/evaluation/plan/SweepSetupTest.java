package org.densesteer.evaluation.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.densesteer.chat.TemplateVariables;
import org.densesteer.common.FaultException;
import org.densesteer.common.OtherLocale;
import org.densesteer.evaluation.placebo.PlaceboList;
import org.densesteer.evaluation.run.SweepFixture;
import org.densesteer.model.ModelInfo;
import org.densesteer.model.checkpoint.GenerationDefaults;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Positions;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;
import org.junit.jupiter.api.Test;

class SweepSetupTest {

  private String placebos = "random:2,flip,layer:1";
  private SteeringVector vector = SweepFixture.VECTOR;

  private SweepSetup setup(int hiddenSize, SweepGrid grid, SweepDecoding decoding) {
    ModelInfo model =
        new ModelInfo(
            "tiny",
            Path.of("tiny"),
            "qwen2",
            3,
            hiddenSize,
            90,
            2_500,
            10_000,
            "float32",
            "",
            "fingerprint",
            512,
            GenerationDefaults.NONE,
            List.of());
    return new SweepSetup(
        model,
        vector,
        SweepFixture.problems(4),
        new SweepSetup.Sources("sample", "dense.pt", "sums.jsonl"),
        grid,
        PlaceboList.parse(placebos),
        ChoiceRule.DENSITY,
        0.5,
        7,
        decoding);
  }

  @Test
  void theCommandSaysEverythingThatDecidesTheAnswers() {
    SweepDecoding decoding =
        new SweepDecoding(
            "Q: {question}",
            "Be brief.",
            64,
            Positions.fromStep(2),
            Operator.ADD_KEEP_NORM,
            8,
            TemplateVariables.of(Map.of("enable_thinking", false)));
    SweepSetup setup = setup(4, new SweepGrid(List.of(0, 1, 2), List.of(-1.0, 0.0, 2.5)), decoding);
    assertEquals(
        List.of(
            ("densesteer sweep --model sample --precision float32 --vector dense.pt --layers 0-2"
                    + " --strengths=-1,0,2.5 --problems sums.jsonl --limit 4 --split 0.5 --seed 7"
                    + " --placebos random:2,flip,layer:1 --choose density --max-tokens 64"
                    + " --prompt-template Q:_{question} --system Be_brief."
                    + " --template-vars {\"enable_thinking\":false} --positions step:2"
                    + " --operator add_keep_norm --rows 8 --out runs")
                .split(" ")),
        setup.origin(Path.of("runs")).command().stream().map(a -> a.replace(' ', '_')).toList());
    assertEquals(setup.plan(), setup.plan());
    assertEquals("fingerprint", setup.plan().subject().model());
  }

  @Test
  void whatTheVectorsFileWouldDecideIsSaidOtherwise() {
    SweepGrid grid = new SweepGrid(List.of(0), List.of(1.0));
    SweepDecoding everywhere = SweepFixture.decoding(64, 8);
    String plain = String.join(" ", setup(4, grid, everywhere).origin(Path.of("runs")).command());
    assertFalse(plain.contains("--positions") || plain.contains("--operator"), plain);
    vector =
        vector.with(
            vector
                .metadata()
                .with(VectorMetadata.POSITIONS, "step:2")
                .with(VectorMetadata.OPERATOR, "add_keep_norm"));
    String said = String.join(" ", setup(4, grid, everywhere).origin(Path.of("runs")).command());
    assertTrue(said.contains(" --positions everywhere --operator add "), said);
  }

  @Test
  void whatThePlanSaysOfTheModelIsTheSameInEveryLanguage() {
    SweepGrid grid = new SweepGrid(List.of(0, 2), List.of(-0.5, 0.0));
    SweepSetup setup = setup(4, grid, SweepFixture.decoding(64, 8));
    for (String language : OtherLocale.ALL) {
      try (OtherLocale here = new OtherLocale(language)) {
        SweepOrigin origin = setup.origin(Path.of("runs"));
        assertEquals(
            "qwen2, 3 layers of width 4, 2,500 parameters, float32", origin.modelDescription());
        assertTrue(origin.command().contains("--strengths=-0.5,0"), origin.command()::toString);
      }
    }
  }

  @Test
  void aPlaceboThatTheVectorCannotGiveIsRefusedBeforeAnythingIsComputed() {
    placebos = "random:1,shuffled:1";
    SweepGrid grid = new SweepGrid(List.of(0), List.of(1.0));
    FaultException fault =
        assertThrows(FaultException.class, () -> setup(4, grid, SweepFixture.decoding(64, 8)));
    assertTrue(fault.getMessage().contains("pairs of the vector dense"), fault::getMessage);
  }

  @Test
  void aVectorThatDoesNotFitIsRefused() {
    SweepGrid grid = new SweepGrid(List.of(0), List.of(1.0));
    FaultException width =
        assertThrows(FaultException.class, () -> setup(8, grid, SweepFixture.decoding(64, 8)));
    assertTrue(width.getMessage().contains("4 wide"), width::getMessage);
    assertThrows(
        FaultException.class,
        () -> setup(4, new SweepGrid(List.of(3), List.of(1.0)), SweepFixture.decoding(64, 8)));
  }
}
