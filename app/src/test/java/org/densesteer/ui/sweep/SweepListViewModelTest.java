package org.densesteer.ui.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.densesteer.common.FaultException;
import org.densesteer.evaluation.results.SweepEntry;
import org.densesteer.evaluation.results.SweepFolder;
import org.densesteer.steering.CosineGate;
import org.densesteer.steering.Gate;
import org.densesteer.steering.Probe;
import org.densesteer.ui.Samples;
import org.densesteer.ui.ViewModels;
import org.densesteer.ui.common.HandPulses;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.settings.Source;
import org.densesteer.ui.steering.GateInUse;
import org.densesteer.ui.steering.OpenedVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepListViewModelTest {

  @TempDir Path sweeps;

  /** The view models of a window that was just started on the sweeps that lie there. */
  private final class Window {

    final ViewModels parts = new ViewModels();
    final SweepForm form = new SweepForm(parts.models, parts.prompts, parts.steering);
    final SweepViewModel sweep;
    final SweepListViewModel list;
    final List<String> asked = new ArrayList<>();
    int read;

    Window() {
      SweptVectors vectors =
          new SweptVectors(
              parts.steering,
              source -> {
                read++;
                return new OpenedVector(Samples.vector(6, 192), List.of());
              },
              parts.tasks,
              parts.notices);
      sweep =
          new SweepViewModel(
              form,
              parts.models,
              vectors,
              given -> {
                if (given.startsWith("owner/")) {
                  asked.add(given);
                }
                if (given.equals("owner/gone")) {
                  throw new FaultException("No model of that name.");
                }
                return Source.SAMPLE_MODEL;
              },
              sweeps,
              parts.tasks,
              parts.notices,
              new HandPulses(),
              System::nanoTime);
      list = new SweepListViewModel(sweeps, sweep, parts.tasks, parts.notices, parts.settings);
    }

    SweepEntry only() {
      list.refresh();
      assertEquals(1, list.entries().size());
      return list.entries().get(0);
    }

    String sentence() {
      Notice notice = parts.notices.shownProperty().get();
      assertNotNull(notice);
      return notice.sentence();
    }

    void accept() {
      Notice notice = parts.notices.shownProperty().get();
      assertNotNull(notice);
      assertNotNull(notice.offer());
      notice.offer().action().run();
    }
  }

  private Window opened() {
    Window window = new Window();
    window.parts.open();
    return window;
  }

  /** Runs a small sweep and returns its folder. */
  private SweepFolder swept() {
    return swept(opened());
  }

  private static SweepFolder swept(Window window) {
    window.form.layersProperty().set("1,3");
    window.form.strengthsProperty().set("0:2:1");
    window.form.limitProperty().set(6);
    window.sweep.run();
    assertEquals(SweepState.FINISHED, window.sweep.stateProperty().get());
    assertNotNull(window.sweep.shown());
    return window.sweep.shown().folder();
  }

  /** What a killed process leaves: some whole lines, one cut off, no results. */
  private static void kill(SweepFolder folder) throws IOException {
    String journal = Files.readString(folder.answersFile());
    Files.writeString(folder.answersFile(), journal.substring(0, journal.length() * 2 / 5));
    Files.delete(folder.resultsFile());
    Files.delete(folder.cellsFile());
  }

  private static SweepEntry.Known known(SweepEntry entry) {
    assertNotNull(entry.known(), entry.flaw());
    return entry.known();
  }

  @Test
  void aFinishedSweepIsListedAndOpenedWithWhatItShowed() {
    SweepFolder folder = swept();
    Window next = new Window();
    SweepEntry entry = next.only();
    assertEquals("dense-last on Scripted model", SweepListWords.subject(entry));
    assertEquals("finished", SweepListWords.state(entry, false));
    assertTrue(
        SweepListWords.details(entry)
            .startsWith("6 problems of sample · layers 1,3 · λ 0, 1, 2 · "),
        SweepListWords.details(entry));
    next.list.open(entry);
    assertEquals(SweepState.FINISHED, next.sweep.stateProperty().get());
    assertTrue(next.sweep.progressTextProperty().get().startsWith("Chosen: layer"));
    assertNotNull(next.sweep.pictureProperty().get());
    assertNotNull(next.sweep.resultsProperty().get());
    assertEquals(folder.path(), next.sweep.shown().folder().path());
  }

  @Test
  void aKilledSweepGoesOnAndGivesTheSameBytes() throws IOException {
    SweepFolder folder = swept();
    String whole = Files.readString(folder.answersFile());
    kill(folder);
    Window next = opened();
    SweepEntry entry = next.only();
    assertFalse(known(entry).finished());
    int percent = (int) (100 * known(entry).done());
    assertTrue(percent > 20 && percent < 50, "done " + percent);
    assertEquals(percent + " % done", SweepListWords.state(entry, false));
    next.list.open(entry);
    assertEquals(SweepState.STOPPED, next.sweep.stateProperty().get());
    assertNull(next.sweep.resultsProperty().get());
    assertNotNull(next.sweep.pictureProperty().get());
    next.sweep.resume();
    assertEquals(SweepState.FINISHED, next.sweep.stateProperty().get());
    assertEquals(whole, Files.readString(folder.answersFile()));
    assertTrue(known(next.only()).finished());
    assertEquals(0, next.read, "the vector in use is that of the sweep");
  }

  @Test
  void aKilledSweepGoesOnWithTheProbeThatItsCommandNames() throws IOException {
    Window window = opened();
    Gate gate = new CosineGate(new Probe(Samples.vector(6, 192), 2), 0.1);
    window.parts.steering.setGate(new GateInUse(gate, Source.vector("probe.safetensors")));
    SweepFolder folder = swept(window);
    String whole = Files.readString(folder.answersFile());
    assertTrue(Files.readString(folder.planFile()).contains("\"probe\""));
    kill(folder);
    Window next = opened();
    next.list.open(next.only());
    next.sweep.resume();
    assertEquals(SweepState.FINISHED, next.sweep.stateProperty().get());
    assertEquals(whole, Files.readString(folder.answersFile()));
    assertEquals(1, next.read, "the probe's file");
  }

  @Test
  void goingOnReadsTheVectorWhereNoneIsInUseAndWaitsForItsModel() throws IOException {
    SweepFolder folder = swept();
    kill(folder);
    Window next = new Window();
    next.parts.prompts.restore();
    next.list.goOn(next.only());
    assertEquals(SweepState.EMPTY, next.sweep.stateProperty().get());
    assertEquals(
        "This sweep is of the model Scripted model (float32), which is not loaded; it goes on with no other.",
        next.sentence());
    next.accept();
    assertEquals(SweepState.FINISHED, next.sweep.stateProperty().get());
    assertEquals(1, next.read);
    assertTrue(Files.exists(folder.resultsFile()));
  }

  @Test
  void goingOnOpensTheModelThatTheCommandLineWasGivenByItsName() throws IOException {
    SweepFolder folder = swept();
    kill(folder);
    name(folder, "sample", "owner/gone");
    Window next = new Window();
    next.parts.prompts.restore();
    next.list.goOn(next.only());
    next.accept();
    assertEquals("No model of that name.", next.sentence());
    name(folder, "owner/gone", "owner/name");
    next.list.goOn(next.only());
    next.accept();
    assertEquals(List.of("owner/gone", "owner/name"), next.asked);
    assertEquals(SweepState.FINISHED, next.sweep.stateProperty().get());
  }

  private static void name(SweepFolder folder, String before, String now) throws IOException {
    String plan = Files.readString(folder.planFile());
    String renamed =
        plan.replaceFirst("(\"--model\"\\s*,\\s*\")" + before + "\"", "$1" + now + "\"");
    assertNotEquals(plan, renamed);
    Files.writeString(folder.planFile(), renamed);
  }

  @Test
  void aDeletedSweepIsBroughtBack() {
    SweepFolder folder = swept();
    Window next = opened();
    next.list.open(next.only());
    next.list.delete(next.list.entries().get(0));
    assertEquals(List.of(), next.list.entries());
    assertEquals("The sweep of dense-last was deleted.", next.sentence());
    assertEquals(SweepState.EMPTY, next.sweep.stateProperty().get());
    assertNull(next.sweep.pictureProperty().get());
    assertFalse(Files.exists(folder.planFile()));
    next.accept();
    assertTrue(known(next.only()).finished());
  }

  @Test
  void aSweepOfAnotherFolderIsKeptInTheListAndOnlyTakenOffIt(@TempDir Path elsewhere)
      throws IOException {
    SweepFolder folder = swept();
    Path mine = elsewhere.resolve("mine");
    Files.move(folder.path(), mine);
    Window next = opened();
    next.list.openFolder(mine);
    assertEquals(SweepState.FINISHED, next.sweep.stateProperty().get());
    assertEquals(List.of(mine.toString()), next.parts.settings.recentSweeps());
    SweepEntry entry = next.only();
    next.list.delete(entry);
    assertEquals(List.of(), next.list.entries());
    assertTrue(Files.exists(mine.resolve("plan.json")));
    next.accept();
    assertEquals(1, next.list.entries().size());
  }

  @Test
  void theRunningSweepIsNotOpenedOver() {
    swept();
    Window next = opened();
    SweepEntry entry = next.only();
    next.form.seedProperty().set(9);
    next.parts.tasks.hold();
    next.sweep.run();
    assertFalse(next.sweep.unfinishedProperty().getValue().isEmpty());
    assertFalse(next.list.isRunning(entry));
    next.list.open(entry);
    assertTrue(next.sentence().startsWith("A sweep is under way"), next.sentence());
    next.parts.tasks.release();
    assertEquals("", next.sweep.unfinishedProperty().getValue());
    assertEquals(2, next.list.entries().size());
  }
}
