package org.densesteer.evaluation.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.densesteer.chat.TemplateVariables;
import org.densesteer.common.FaultException;
import org.densesteer.evaluation.problems.ProblemSet;
import org.densesteer.evaluation.run.SweepFixture;
import org.densesteer.steering.Gate;
import org.densesteer.steering.GateText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepPlanTest {

  private static final ProblemSet PROBLEMS = SweepFixture.problems(6);

  @TempDir Path folder;

  @Test
  void planReadsBackEqual() {
    SweepPlan plan = SweepFixture.plan(PROBLEMS, 0.5, "random:2,flip,layer:1,concise", 8);
    Path file = folder.resolve("plan.json");
    PlanJson.write(file, plan, SweepFixture.ORIGIN);
    PlanJson.Document document = PlanJson.read(file);
    assertEquals(plan, document.plan());
    assertEquals(SweepFixture.ORIGIN, document.origin());
    assertEquals(16, plan.hash().length());
  }

  /** Without variables a plan says nothing of them, as plans of before. */
  @Test
  void templateVariablesReadBackEqual() throws IOException {
    SweepPlan plain = SweepFixture.plan(PROBLEMS, 0, "", 8);
    SweepDecoding decoding = plain.decoding();
    String json = "{\"enable_thinking\":false,\"documents\":[{\"n\":1,\"x\":0.5,\"z\":null}]}";
    SweepPlan plan =
        new SweepPlan(
            plain.subject(),
            plain.grid(),
            plain.placebos(),
            plain.choice(),
            plain.split(),
            plain.seed(),
            new SweepDecoding(
                decoding.promptTemplate(),
                decoding.system(),
                decoding.maxNewTokens(),
                decoding.positions(),
                decoding.operator(),
                decoding.lanes(),
                TemplateVariables.parse("It", json)));
    Path file = folder.resolve("plan.json");
    PlanJson.write(file, plan, SweepFixture.ORIGIN);
    assertEquals(plan, PlanJson.read(file).plan());
    assertEquals(json, PlanJson.read(file).plan().decoding().templateVariables().json());
    assertNotEquals(plain.hash(), plan.hash());
    PlanJson.write(file, plain, SweepFixture.ORIGIN);
    assertFalse(Files.readString(file).contains("template_variables"));
  }

  private static SweepPlan gated(String gate) {
    SweepPlan plain = SweepFixture.plan(PROBLEMS, 0, "", 8);
    return new SweepPlan(
        plain.subject(),
        plain.grid(),
        plain.placebos(),
        plain.choice(),
        plain.split(),
        plain.seed(),
        plain.decoding().gated(SweepGate.of(GateText.parse(gate, GateText::anyProbe))));
  }

  /** Without a gate a plan says nothing of it, as plans of before. */
  @ParameterizedTest
  @ValueSource(strings = {"kl:0.2", "curve-steps:0=1,3=0", "cosine:other name@3>0.1"})
  void gatesReadBackEqual(String gate) throws IOException {
    SweepPlan plan = gated(gate);
    Path file = folder.resolve("plan.json");
    PlanJson.write(file, plan, SweepFixture.ORIGIN);
    assertEquals(plan, PlanJson.read(file).plan());
    assertNotEquals(gated("constant").hash(), plan.hash());
    assertEquals(SweepFixture.plan(PROBLEMS, 0, "", 8).hash(), gated("constant").hash());
    PlanJson.write(file, gated("constant"), SweepFixture.ORIGIN);
    assertFalse(Files.readString(file).contains("gate"));
  }

  @Test
  void aProbeCountsByItsContentNotByItsName() {
    assertEquals(gated("cosine:a@3>0.1").hash(), gated("cosine:b@3>0.1").hash());
    assertNotEquals(gated("cosine:a@3>0.1").hash(), gated("cosine:a@2>0.1").hash());
    assertEquals(
        GateText.parse("kl:0.2", GateText::anyProbe),
        SweepGate.withoutProbe(gated("kl:0.2").decoding().gate()));
    assertThrows(
        FaultException.class,
        () -> SweepGate.withoutProbe(gated("cosine:a@3>0.1").decoding().gate()));
  }

  @Test
  void aProbeAtHandIsTakenWhereItIsThePlans() {
    SweepGate planned = gated("cosine:a@3>0.1").decoding().gate();
    Gate same = GateText.parse("cosine:b@3>0.1", GateText::anyProbe);
    Gate other = GateText.parse("cosine:b@2>0.1", GateText::anyProbe);
    assertEquals(same, SweepGate.among(planned, List.of(Gate.CONSTANT, other, same)));
    assertThrows(
        FaultException.class, () -> SweepGate.among(planned, List.of(Gate.CONSTANT, other)));
    assertEquals(Gate.CONSTANT, SweepGate.among(null, List.of(same)));
  }

  @Test
  void hashSeesEverySetting() {
    String hash = SweepFixture.plan(PROBLEMS, 0, "", 8).hash();
    assertEquals(hash, SweepFixture.plan(SweepFixture.problems(6), 0, "", 8).hash());
    assertNotEquals(hash, SweepFixture.plan(PROBLEMS, 0.5, "", 8).hash());
    assertNotEquals(hash, SweepFixture.plan(PROBLEMS, 0, "flip", 8).hash());
    assertNotEquals(hash, SweepFixture.plan(PROBLEMS, 0, "", 9).hash());
    assertNotEquals(hash, SweepFixture.plan(SweepFixture.problems(5), 0, "", 8).hash());
  }

  /** Pinned: a later version must recognise the folders of this one. */
  @Test
  void hashStaysTheSameAcrossVersions() {
    assertEquals("fb7205b6b045520d", SweepFixture.plan(PROBLEMS, 0.5, "random:1", 8).hash());
  }

  @Test
  void refusesAChangedPlan() throws IOException {
    Path file = folder.resolve("plan.json");
    PlanJson.write(file, SweepFixture.plan(PROBLEMS, 0, "", 8), SweepFixture.ORIGIN);
    String text = Files.readString(file);
    assertTrue(text.contains("\"seed\" : 5"), text);
    Files.writeString(file, text.replace("\"seed\" : 5", "\"seed\" : 6"));
    FaultException fault = assertThrows(FaultException.class, () -> PlanJson.read(file));
    assertTrue(fault.getMessage().contains("was changed"), fault.getMessage());
  }

  @Test
  void refusesWhatIsNotAPlan() throws IOException {
    Path file = folder.resolve("plan.json");
    for (String text : List.of("", "{}", "[]", "{\"hash\":\"x\"}", "not json", "null")) {
      Files.writeString(file, text);
      assertThrows(FaultException.class, () -> PlanJson.read(file), text);
    }
  }

  @Test
  void refusesAGridThatCannotBeSwept() {
    assertThrows(FaultException.class, () -> new SweepGrid(List.of(), List.of(1.0)));
    assertThrows(FaultException.class, () -> new SweepGrid(List.of(1), List.of(0.0)));
    assertThrows(FaultException.class, () -> new SweepGrid(List.of(1), List.of(Double.NaN)));
    SweepGrid grid = new SweepGrid(List.of(0, 2), List.of(1.0));
    grid.check(SweepFixture.VECTOR);
    SweepGrid far = new SweepGrid(List.of(7), List.of(1.0));
    assertThrows(FaultException.class, () -> far.check(SweepFixture.VECTOR));
  }

  @Test
  void refusesSettingsOutOfRange() {
    assertThrows(FaultException.class, () -> SweepFixture.plan(PROBLEMS, 1, "", 8));
    assertThrows(FaultException.class, () -> SweepFixture.plan(PROBLEMS, 0, "", 0));
    assertThrows(FaultException.class, () -> SweepFixture.decoding(0, 8));
  }
}
