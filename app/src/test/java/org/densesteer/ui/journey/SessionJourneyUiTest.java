package org.densesteer.ui.journey;

import static org.densesteer.ui.Waiting.until;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.densesteer.generation.StopReason;
import org.densesteer.notebook.Bundle;
import org.densesteer.notebook.ModelCard;
import org.densesteer.notebook.Notebook;
import org.densesteer.notebook.Run;
import org.densesteer.notebook.RunMark;
import org.densesteer.notebook.RunSteering;
import org.densesteer.notebook.RunSummary;
import org.densesteer.notebook.Runs;
import org.densesteer.notebook.Session;
import org.densesteer.notebook.SessionFile;
import org.densesteer.steering.CosineGate;
import org.densesteer.steering.Gate;
import org.densesteer.steering.Probe;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;
import org.densesteer.ui.steering.GateInUse;
import org.densesteer.ui.trace.Staleness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A session is saved, and opened where its model is not. */
@ExtendWith(ApplicationExtension.class)
class SessionJourneyUiTest {

  @TempDir Path home;
  @TempDir Path files;

  private Stage stage;
  private Journey here;

  @Start
  private void start(Stage window) {
    stage = window;
    here = new Journey(window, home, 0);
  }

  @BeforeEach
  void waitUntilReady() throws TimeoutException {
    here.ready();
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(here.ui::close);
  }

  private Path save(FxRobot robot, String name) throws TimeoutException {
    Path file = files.resolve(name);
    here.ui.dialogs.answer = file;
    Journey.control(KeyCode.S);
    until(() -> here.scene.lookup("#saveSession") != null);
    robot.clickOn("#saveSession");
    until(() -> Files.exists(file) && stage.getTitle().startsWith(name));
    return file;
  }

  @Test
  void whatWasSavedIsThereAgainInAnotherWindow(FxRobot robot) throws TimeoutException {
    robot.interact(() -> ((TextArea) here.find("#question")).setText("How many stamps?"));
    robot.interact(() -> here.ui.steering().setStrength(1.5));
    Run run = here.run();
    String said = here.said(1);
    Path file = save(robot, "stamps.densesteer");
    assertEquals("stamps.densesteer — DenseSteer Workbench", stage.getTitle());

    robot.interact(() -> ((TextArea) here.find("#question")).setText("Another one?"));
    assertTrue(stage.getTitle().startsWith("● "), stage.getTitle());

    robot.interact(here.ui::close);
    robot.interact(() -> here = new Journey(stage, files.resolve("elsewhere"), 0));
    here.ready();
    robot.interact(() -> here.ui.session().open(file));
    until(() -> here.staleness(1) == Staleness.FROM_NOTEBOOK);
    assertEquals(said, here.said(1));
    assertEquals("How many stamps?", ((TextArea) here.find("#question")).getText());
    assertEquals(1.5, here.ui.steering().stateProperty().get().strength());
    assertEquals("stamps.densesteer — DenseSteer Workbench", stage.getTitle());
    until(here::isTold);
    assertEquals(
        "Opened stamps.densesteer: 1 run, 1 of them new to the notebook.", here.sentence());

    // Twice opened is not twice in the notebook.
    robot.interact(() -> here.ui.session().open(file));
    until(() -> here.sentence().contains("0 of them new"));
    assertEquals(1, SessionFile.read(file).session().runs().size());
    assertEquals(run.id(), SessionFile.read(file).session().runs().get(0).id());
  }

  private List<String> pinned() {
    return here.ui.compare().pinnedAnswers().stream()
        .map(answer -> answer.run().id() + " " + answer.arm())
        .toList();
  }

  @Test
  void pinnedAnswersAreThereAgainOnAnotherMachine(FxRobot robot) throws TimeoutException {
    robot.interact(() -> here.ui.steering().setStrength(1.5));
    Run reference = here.run();
    String said = here.said(1);
    robot.interact(() -> here.ui.compare().pin(List.of(reference)));
    robot.interact(() -> here.ui.steering().setStrength(0.25));
    here.run();
    List<String> before = List.of(reference.id() + " steered");
    assertEquals(before, pinned());
    // A run that is pinned is in the file whatever becomes of it in the notebook.
    Notebook notebook = new Notebook(home.resolve("notebook"), Clock.systemUTC(), sentence -> {});
    notebook.refresh();
    notebook.delete(reference.id());
    Path file = save(robot, "pinned.densesteer");

    robot.interact(here.ui::close);
    robot.interact(() -> here = new Journey(stage, files.resolve("elsewhere"), 0));
    here.ready();
    robot.interact(() -> here.ui.session().open(file));
    until(() -> here.staleness(1) == Staleness.FROM_NOTEBOOK);
    assertEquals(before, pinned());
    assertEquals(Staleness.PINNED, here.staleness(2));
    assertEquals(said, here.said(2));
    assertTrue(stage.getTitle().startsWith("pinned.densesteer"), stage.getTitle());

    // Undone as the rest of what the session set, and redone.
    Journey.control(KeyCode.Z);
    assertEquals(List.of(), pinned());
    Journey.control(KeyCode.Y);
    assertEquals(before, pinned());
  }

  @Test
  void aGateIsThereAgainWithItsProbe(FxRobot robot) throws TimeoutException {
    float[] direction = new float[192];
    direction[7] = 1;
    direction[9] = -2;
    SteeringVector kind =
        new SteeringVector("kind", 192, new TreeMap<>(Map.of(3, direction)), VectorMetadata.EMPTY);
    Gate gate = new CosineGate(new Probe(kind, 3), 0.25, true);
    robot.interact(() -> here.ui.steering().setGate(GateInUse.of(gate)));
    until(() -> here.ui.steering().stateProperty().get().gate().probe() != null);
    Path file = save(robot, "gated.densesteer");

    robot.interact(here.ui::close);
    robot.interact(() -> here = new Journey(stage, files.resolve("elsewhere"), 0));
    here.ready();
    assertEquals(Gate.CONSTANT, here.ui.steering().stateProperty().get().gate().gate());
    robot.interact(() -> here.ui.session().open(file));
    until(() -> !here.ui.steering().stateProperty().get().gate().gate().constant());
    CosineGate restored =
        assertInstanceOf(CosineGate.class, here.ui.steering().stateProperty().get().gate().gate());
    assertEquals("cosine-prompt:kind@3>0.25", restored.text());
    assertArrayEquals(direction, restored.probe().direction());
    until(here::isTold);
    assertFalse(here.sentence().contains("at hand"), here.sentence());
  }

  @Test
  void aSessionOfAModelThatIsGoneIsShownAsFarAsCanBe(FxRobot robot) throws TimeoutException {
    Path file = files.resolve("theirs.densesteer");
    Run theirs = Runs.full();
    SessionFile.write(
        new Session(
            Instant.parse("2026-05-04T12:30:00Z"),
            "0.1.0",
            "owner/name",
            "fedcba9876543210",
            List.of(theirs),
            Map.of(theirs.id(), new RunMark(true, "good", List.of("x"))),
            Map.of(RunSteering.hash(Runs.vector()), Runs.vector()),
            null),
        file);
    String question = ((TextArea) here.find("#question")).getText();
    here.ui.dialogs.answer = file;
    Journey.control(KeyCode.O);
    until(() -> here.staleness(1) == Staleness.NOTEBOOK_OTHER_QUESTION);
    assertEquals("It is\n\n4.é", here.said(1));
    assertEquals(question, ((TextArea) here.find("#question")).getText());
    until(here::isTold);
    assertTrue(
        here.sentence()
            .contains(
                "It was made with the model owner/name (fingerprint fedcba98), and Scripted model"
                    + " is in use"),
        here.sentence());
    assertTrue(
        here.sentence().contains("The vector terse, 3 wide and up to layer 4, does not fit"),
        here.sentence());
  }

  @Test
  void aRunUnderWayIsKeptAsFarAsItHadComeWhenTheWindowIsClosed(FxRobot robot)
      throws TimeoutException {
    robot.interact(here.ui::close);
    Path other = files.resolve("slow");
    robot.interact(() -> here = new Journey(stage, other, 30));
    here.ready();
    Journey.control(KeyCode.ENTER);
    until(() -> here.said(1).length() > 10);
    robot.interact(here.ui::close);
    Notebook notebook = new Notebook(other.resolve("notebook"), Clock.systemUTC(), sentence -> {});
    RunSummary kept = notebook.refresh().get(0).summary();
    assertEquals(StopReason.CANCELLED, kept.arms().get(1).stop());
    assertTrue(kept.arms().get(1).generated() > 2);
  }

  @Test
  void aBundlePutsItsVectorToWorkAsItWasTunedAndKeepsItsCard(FxRobot robot)
      throws TimeoutException {
    float[] direction = new float[192];
    direction[7] = 1;
    SteeringVector mine =
        new SteeringVector("mine", 192, new TreeMap<>(Map.of(3, direction)), VectorMetadata.EMPTY);
    Steering tuned = Steering.everywhere(mine, 3, 0.7);
    String card = ModelCard.of(tuned, "Scripted model", "0123456789abcdef", "", List.of());
    Path file = files.resolve("mine.densesteer");
    SessionFile.write(
        new Session(
            Instant.parse("2026-05-04T12:30:00Z"),
            "0.1.0",
            "Scripted model",
            "0123456789abcdef",
            List.of(),
            Map.of(),
            Map.of(RunSteering.hash(mine), mine),
            null,
            new Bundle(RunSteering.of(tuned), "", List.of(), card)),
        file);
    robot.interact(() -> here.ui.session().open(file));
    until(() -> here.ui.steering().stateProperty().get().layer() == 3);
    assertEquals(0.7, here.ui.steering().stateProperty().get().strength());
    assertEquals("mine", here.ui.steering().stateProperty().get().vector().vector().name());
    until(here::isTold);
    assertTrue(here.sentence().contains("Its vector is in use as it was tuned"), here.sentence());
    // Saved again, it is still the passport of its vector.
    Journey.control(KeyCode.S);
    until(() -> here.sentence().contains("The session with 0 runs is in"));
    assertEquals(card, SessionFile.read(file).session().bundle().card());
    Journey.control(KeyCode.Z);
    assertEquals("dense-last", here.ui.steering().stateProperty().get().vector().vector().name());
  }

  @Test
  void aBrokenFileChangesNothing(FxRobot robot) throws IOException, TimeoutException {
    Run run = here.run();
    Path file = save(robot, "whole.densesteer");
    Path cut = files.resolve("cut.densesteer");
    byte[] whole = Files.readAllBytes(file);
    Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
    Platform.runLater(() -> here.ui.session().open(cut));
    until(() -> here.sentence().contains("cut.densesteer"));
    assertFalse(here.sentence().contains("Something failed"), here.sentence());
    assertEquals(run.arms().get(1).answer().text(), here.said(1));
    assertEquals("whole.densesteer — DenseSteer Workbench", stage.getTitle());
  }
}
