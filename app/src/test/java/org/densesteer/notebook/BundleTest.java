package org.densesteer.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.densesteer.common.FaultException;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Positions;
import org.densesteer.steering.Steering;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session file that is about one vector. */
class BundleTest {

  private static final Steering TUNED =
      new Steering(Runs.vector(), 4, 1.6, Positions.fromStep(2), Operator.ADD_KEEP_NORM);
  private static final String MODEL = "0123456789abcdef";
  private static final List<BundleEffect> EFFECT =
      List.of(
          new BundleEffect("baseline", null, 0, 12, 0.75, 10.5, 63, 0.021),
          new BundleEffect("steered", 4, 1.6, 12, 0.5, 21, 42.25, Double.NaN),
          new BundleEffect("random-1", 4, 1.6, 12, 0.75, 10, 61, 0.03));

  @TempDir Path folder;

  private static Session session() {
    String card = ModelCard.of(TUNED, "owner/name", MODEL, "Means of the sweep s.", EFFECT);
    return new Session(
        Instant.parse("2026-05-04T12:30:00Z"),
        "0.1.0",
        "owner/name",
        MODEL,
        List.of(Runs.full()),
        Map.of(),
        Map.of(RunSteering.hash(Runs.vector()), Runs.vector()),
        null,
        new Bundle(RunSteering.of(TUNED), "Means of the sweep s.", EFFECT, card));
  }

  @Test
  void aBundleIsReadAsItWasWritten() {
    Path file = folder.resolve("terse.densesteer");
    SessionFile.write(session(), file);
    SessionFile.Content content = SessionFile.read(file);
    assertEquals(List.of(), content.notes());
    assertEquals(session().bundle(), content.session().bundle());
    assertEquals(
        Runs.vector().name(), content.session().vectors().values().iterator().next().name());
  }

  @Test
  void theCardSaysHowToUseTheVectorAndWhatItDidBesideItsPlacebos() {
    String card = Objects.requireNonNull(session().bundle()).card();
    assertTrue(card.startsWith("# terse\n\nA steering vector for the model owner/name"), card);
    assertTrue(card.contains("- layer: 4 (0-based decoder block)\n"), card);
    assertTrue(card.contains("- positions: response from step 2 on\n"), card);
    assertTrue(card.contains("| baseline | – | – | 12 | 75.0 % | 10.50 | 63.0 | 0.021 |\n"), card);
    assertTrue(card.contains("| steered | 4 | 1.6 | 12 | 50.0 % | 21.00 | 42.3 | – |\n"), card);
    assertTrue(card.contains("The other arms are placebos"), card);
    String bare = ModelCard.of(TUNED, "owner/name", MODEL, "", List.of());
    assertTrue(bare.contains("Nothing was measured at this layer and strength."), bare);
  }

  @Test
  void aBrokenBundleIsRefusedByTheFieldThatIsWrong() {
    ObjectNode json = SessionJson.of(session());
    ((ObjectNode) json.get("bundle").get("steering").get(0)).put("layer", "deep");
    FaultException fault =
        assertThrows(
            FaultException.class,
            () -> SessionJson.read(json, "f", new TreeMap<>(), new Reading("f")));
    assertEquals(
        "The file f does not hold what it should: “bundle.steering.0.layer” must be a whole number.",
        fault.getMessage());
  }

  @Test
  void runsCountOnceAQuestionAndOnlyWhereTheirAnswersAreWhole() {
    Run run = Runs.full("a", "What is 2 + 3?");
    // The steered arm of this run was steered anew in its middle.
    assertTrue(!RunsEffect.concerns(run, MODEL, TUNED));
    List<BundleEffect> effect = RunsEffect.of(List.of(run, Runs.full("b", "What is 2 + 3?")));
    assertEquals("baseline", effect.get(0).arm());
    assertEquals(1, effect.get(0).answers());
    assertEquals(1, effect.get(0).accuracy());
    // It was cut at its longest length.
    assertTrue(effect.stream().noneMatch(each -> each.arm().equals("steered")));
  }
}
