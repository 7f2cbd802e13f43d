package org.densesteer.ui.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.densesteer.generation.StopReason;
import org.densesteer.notebook.ArmSummary;
import org.densesteer.notebook.Notebook;
import org.densesteer.notebook.Run;
import org.densesteer.notebook.RunMark;
import org.densesteer.notebook.RunSummary;
import org.densesteer.notebook.Runs;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookViewModelTest {

  @TempDir Path folder;

  private final Notices notices = new Notices();

  private NotebookViewModel open() {
    Notebook notebook =
        new Notebook(folder, Clock.systemUTC(), NotebookViewModel.teller(notices, Runnable::run));
    NotebookViewModel model =
        new NotebookViewModel(notebook, Runnable::run, Runnable::run, notices);
    model.refresh();
    return model;
  }

  private static List<String> ids(NotebookViewModel model) {
    return model.rows().stream().map(row -> row.summary().id()).toList();
  }

  private NotebookViewModel withThree() {
    NotebookViewModel model = open();
    model.keep(Runs.full("a", "What is 2 + 3?"));
    model.keep(Runs.full("b", "What is 2 + 3?"));
    model.keep(Runs.full("c", "How many stamps has Maya?"));
    return model;
  }

  @Test
  void theNewestComesFirstWithWhatItChanged() {
    NotebookViewModel model = withThree();
    assertEquals(List.of("c", "b", "a"), ids(model));
    assertEquals(List.of("another question"), model.rows().get(0).differences());
    assertEquals(List.of(), model.rows().get(1).differences());
    assertTrue(model.rows().get(2).differences().contains("λ 1.6"));
    assertEquals(List.of("c", "b", "a"), ids(open()));
  }

  @Test
  void searchFindsWordsOfQuestionSettingsNotesAndTags() {
    NotebookViewModel model = withThree();
    model.searchProperty().set("stamps MAYA");
    assertEquals(List.of("c"), ids(model));
    model.searchProperty().set("terse 1.6");
    assertEquals(3, model.rows().size());
    model.mark(model.rows().get(2), model.rows().get(2).mark().noted("for the talk"));
    model.searchProperty().set("talk");
    assertEquals(List.of("a"), ids(model));
    model.searchProperty().set("");
    model.star(model.rows().get(1));
    model.starredOnlyProperty().set(true);
    assertEquals(List.of("b"), ids(model));
    model.star(model.rows().get(0));
    assertEquals(List.of(), ids(model));
  }

  private static NotebookRow row(
      String id, StopReason stop, double density, Double nll, int tokens, Boolean correct) {
    ArmSummary arm =
        new ArmSummary("steered", stop, false, tokens, 2, density, nll, "5", correct, List.of());
    return new NotebookRow(
        new RunSummary(id, Instant.EPOCH, "Why?", Map.of(), List.of(arm)), RunMark.NONE, List.of());
  }

  @Test
  void runsStandInTheOrderOfTheirFiguresAndThoseThatDoNotCountAreLast() {
    List<NotebookRow> rows =
        List.of(
            row("cut", StopReason.LENGTH, 99, 0.01, 1, true),
            row("long", StopReason.END_OF_TEXT, 12, 0.4, 80, false),
            row("dense", StopReason.END_OF_TEXT, 20, 0.9, 60, true),
            row("plain", StopReason.END_OF_TEXT, 8, null, 40, null));
    assertEquals("cut long dense plain", ordered(rows, RunOrder.NEWEST));
    assertEquals("dense long plain cut", ordered(rows, RunOrder.DENSITY));
    assertEquals("long dense cut plain", ordered(rows, RunOrder.NLL));
    assertEquals("plain dense long cut", ordered(rows, RunOrder.TOKENS));
    assertEquals("dense plain long cut", ordered(rows, RunOrder.CORRECT));
  }

  private static String ordered(List<NotebookRow> rows, RunOrder order) {
    return rows.stream()
        .sorted(order.comparator())
        .map(row -> row.summary().id())
        .collect(Collectors.joining(" "));
  }

  @Test
  void anotherOrderIsShownAtOnce() {
    NotebookViewModel model = withThree();
    model.orderProperty().set(RunOrder.DENSITY);
    assertEquals(3, model.rows().size());
    model.orderProperty().set(RunOrder.NEWEST);
    assertEquals(List.of("c", "b", "a"), ids(model));
  }

  @Test
  void aDeletionIsTakenBack() {
    NotebookViewModel model = withThree();
    model.delete(model.rows().get(1));
    assertEquals(List.of("c", "a"), ids(model));
    assertNotNull(model.deletedProperty().get());
    model.undoDelete();
    assertEquals(List.of("c", "b", "a"), ids(model));
    assertNull(model.deletedProperty().get());
  }

  @Test
  void aWholeRunIsReadWhenItIsAskedFor() {
    List<Run> loaded = new ArrayList<>();
    NotebookViewModel model = withThree();
    model.load(model.rows().get(2), loaded::add);
    assertEquals("a", loaded.get(0).id());
    assertEquals(3, loaded.get(0).arms().size());
  }

  @Test
  void whatCannotBeKeptIsSaidAndTheNextIsTried() throws IOException {
    Files.createDirectory(folder.resolve("runs.jsonl"));
    NotebookViewModel model = open();
    model.keep(Runs.full("a", "x"));
    Notice notice = notices.shownProperty().get();
    assertNotNull(notice);
    assertTrue(notice.sentence().startsWith("Cannot "), notice::sentence);
    Files.delete(folder.resolve("runs.jsonl"));
    model.keep(Runs.full("b", "y"));
    assertEquals(List.of("b"), ids(model));
  }
}
