package org.densesteer.ui.steering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.densesteer.steering.GateText;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorGate;
import org.densesteer.steering.VectorMetadata;
import org.densesteer.ui.Samples;
import org.densesteer.ui.ScriptedEngine;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.SameThreadTasks;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.settings.Source;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MixFileTest {

  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00.75Z");

  private final Notices notices = new Notices();
  private final List<Steering> exported = new ArrayList<>();
  private final List<SteeringVector> kept = new ArrayList<>();
  private SteeringViewModel steering;
  private MixerViewModel mixer;
  private MixFile file;

  @BeforeEach
  void open() {
    Settings settings = new Settings();
    SameThreadTasks tasks = new SameThreadTasks();
    ModelViewModel models =
        new ModelViewModel(
            (folder, progress, cancellation) -> new ScriptedEngine(192, 6, 0),
            () -> Path.of("/sample"),
            tasks,
            notices,
            settings);
    steering = new SteeringViewModel(models, settings);
    VectorChoices vectors =
        new VectorChoices(
            source -> new OpenedVector(Samples.vector(6, 192).renamed(source.name()), List.of()),
            steering,
            tasks,
            notices,
            settings);
    mixer = new MixerViewModel(steering, vectors, settings);
    file =
        new MixFile(steering, notices, Clock.fixed(NOON, ZoneOffset.UTC), exported::add, kept::add);
    vectors.open(Source.vector(Path.of("/vectors/dense.pt")));
    mixer.open(Source.vector(Path.of("/vectors/calm.pt")));
    mixer.setLayer(0, 3);
    mixer.setStrength(0, 10);
  }

  @Test
  void theSumIsExportedWithItsStrengthsInIt() {
    steering.setWhere(Where.RESPONSE_ONLY, 2);
    file.export();
    Steering sum = exported.get(0);
    assertEquals("mix of dense + calm", sum.vector().name());
    assertEquals(Set.of(3, 5), sum.vector().directions().keySet());
    assertEquals(10 * Samples.vector(6, 192).norm(3), sum.vector().norm(3), 1e-5);
    assertEquals(2 * Samples.vector(6, 192).norm(5), sum.vector().norm(5), 1e-5);
    assertEquals(3, sum.layer());
    assertEquals(1, sum.strength());
    assertEquals(Where.RESPONSE_ONLY.positions(1), sum.positions());
    assertEquals("2026-05-04T12:00:00Z", sum.vector().metadata().get(VectorMetadata.CREATED));
  }

  @Test
  void theSumGoesIntoTheLibrary() {
    file.keep();
    assertEquals("mix of dense + calm", kept.get(0).name());
    assertTrue(kept.get(0).metadata().appliesEveryLayer());
  }

  @Test
  void theSumIsKeptAndExportedWithItsGate() {
    steering.setGate(GateInUse.of(GateText.parse("kl:0.2", GateText::anyProbe)));
    file.keep();
    file.export();
    assertEquals("kl:0.2", VectorGate.of(kept.get(0)).text());
    assertEquals("kl:0.2", VectorGate.of(exported.get(0).vector()).text());
    assertEquals("kl:0.2", exported.get(0).gate().text());
    assertNull(notices.shownProperty().get());
  }

  @Test
  void withoutASingleVectorOneSentenceSaysWhy() {
    mixer.setOperator(0, Operator.ABLATE);
    file.export();
    file.keep();
    assertTrue(exported.isEmpty());
    assertTrue(kept.isEmpty());
    assertTrue(notices.shownProperty().get().sentence().contains("no single vector does the same"));
  }
}
