package org.densesteer.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.densesteer.chat.ChatFrame;
import org.densesteer.common.Cancellation;
import org.densesteer.common.EmbeddedFiles;
import org.densesteer.common.Progress;
import org.densesteer.generation.Arm;
import org.densesteer.generation.GenerationRequest;
import org.densesteer.generation.Prompt;
import org.densesteer.generation.PromptReport;
import org.densesteer.generation.RunControl;
import org.densesteer.generation.Sampling;
import org.densesteer.generation.Trace;
import org.densesteer.model.Precision;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;
import org.junit.jupiter.api.Test;

class SessionEngineTest {

  private static RunEngine opened(Precision precision) {
    return SessionEngine.opener(() -> precision)
        .open(EmbeddedFiles.sampleModel(), Progress.NONE, new Cancellation());
  }

  @Test
  void computesInWhatWasAskedForAndSaysWhy() {
    try (RunEngine engine = opened(Precision.BFLOAT16)) {
      assertEquals("bfloat16", engine.info().precision());
    }
    try (RunEngine engine = opened(Precision.AUTO)) {
      assertEquals("float32", engine.info().precision());
      assertTrue(engine.info().precisionReason().contains("small"));
    }
  }

  @Test
  void runsBothArms() throws Exception {
    try (RunEngine engine = opened(Precision.AUTO)) {
      Prompt prompt = engine.chatPrompt(ChatFrame.PLAIN, "What is 2 + 3?");
      PromptReport report = engine.readPrompt(prompt).get(30, TimeUnit.SECONDS);
      assertEquals(engine.info().layers(), report.hiddenNorms().length);
      TreeMap<Integer, float[]> directions = new TreeMap<>();
      float[] direction = new float[engine.info().hiddenSize()];
      direction[0] = 3;
      directions.put(1, direction);
      SteeringVector vector =
          new SteeringVector("v", direction.length, directions, VectorMetadata.EMPTY);
      AtomicInteger tokens = new AtomicInteger();
      List<Trace> traces =
          engine
              .run(
                  new GenerationRequest(
                      prompt,
                      List.of(Arm.baseline(), Arm.steered(Steering.everywhere(vector, 1, 2))),
                      Sampling.GREEDY,
                      6,
                      true),
                  event -> tokens.incrementAndGet(),
                  new RunControl())
              .get(30, TimeUnit.SECONDS);
      assertEquals(2, traces.size());
      assertEquals(12, tokens.get());
      assertEquals(0, traces.get(0).tokens().get(0).push());
      assertTrue(traces.get(1).tokens().get(0).push() > 0);
      assertTrue(engine.countTokens(prompt.text()) > 0);
    }
  }
}
