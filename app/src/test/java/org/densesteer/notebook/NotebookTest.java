package org.densesteer.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.densesteer.common.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookTest {

  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-05-04T12:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;

  private final List<String> told = new ArrayList<>();

  private Notebook notebook() {
    return new Notebook(folder, NOON, told::add);
  }

  private Path file() {
    return folder.resolve("runs.jsonl");
  }

  private static List<String> ids(Notebook notebook) {
    return notebook.refresh().stream().map(entry -> entry.summary().id()).toList();
  }

  @Test
  void anEmptyNotebookHasNoRunAndMakesNoFile() throws IOException {
    assertEquals(List.of(), notebook().refresh());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(0, files.count());
    }
  }

  @Test
  void runsComeBackAfterAStart() {
    Run first = Runs.full("a", "What is 2 + 3?");
    notebook().append(first);
    notebook().append(Runs.full("b", "And 4?"));
    Notebook again = notebook();
    assertEquals(List.of("a", "b"), ids(again));
    assertEquals(RunJson.of(first).toString(), RunJson.of(again.load("a")).toString());
    RunSummary summary = again.refresh().get(0).summary();
    assertEquals("What is 2 + 3?", summary.question());
    assertEquals(first.made(), summary.made());
    assertEquals(RunSummary.of(first).settings(), summary.settings());
    assertEquals(RunSummary.of(first).arms(), summary.arms());
    assertEquals(List.of(), told);
  }

  @Test
  void runsFromElsewhereComeInOnceAndWithTheirNotes() {
    Notebook notebook = notebook();
    Run mine = Runs.full("a", "Mine?");
    notebook.append(mine);
    notebook.append(Runs.full("b", "Deleted?"));
    notebook.mark("a", new RunMark(false, "my own note", List.of()));
    notebook.delete("b");
    RunMark theirs = new RunMark(true, "theirs", List.of("x"));
    List<Run> others = List.of(mine, Runs.full("b", "Deleted?"), Runs.full("c", "New?"));
    assertEquals(2, notebook.merge(others, Map.of("a", theirs, "c", theirs)));
    assertEquals(0, notebook.merge(others, Map.of("a", theirs, "c", theirs)));
    List<Notebook.Entry> entries = notebook().refresh();
    assertEquals(List.of("a", "b", "c"), ids(notebook()));
    assertEquals("my own note", entries.get(0).mark().note());
    assertEquals(theirs, entries.get(2).mark());
  }

  @Test
  void aSummaryTellsWhatARunWasMadeWith() {
    RunSummary summary = RunSummary.of(Runs.full());
    assertEquals(
        Map.of(
            "model",
            "owner/name",
            "arithmetic",
            "int8",
            "system",
            "Think.",
            "template",
            "{\"enable_thinking\":true}",
            "decoding",
            "temperature 0.7, top-k 40, top-p 0.9, seed 42 (noise version 2), repetition penalty"
                + " 1.1, at most 3 tokens",
            "vector",
            "terse",
            "layer",
            "4",
            "λ",
            "1.6",
            "operator",
            "add, keep ‖h‖",
            "positions",
            "response from step 2 on"),
        without(summary.settings(), "live change"));
    assertEquals("terse at layer 1, λ 0.3 from token 2 on", summary.settings().get("live change"));
    ArmSummary steered = summary.arms().get(1);
    assertEquals(3, steered.generated());
    assertEquals(2, steered.steps());
    assertEquals(List.of(2, 1), steered.stepTokens());
    assertEquals(0.2, steered.nll(), 1e-12);
    assertEquals(false, steered.correct());
  }

  private static Map<String, String> without(Map<String, String> settings, String name) {
    Map<String, String> copy = new java.util.LinkedHashMap<>(settings);
    copy.remove(name);
    return copy;
  }

  @Test
  void marksAndDeletionsAreKeptAndTakenBack() {
    Notebook notebook = notebook();
    notebook.append(Runs.full("a", "x"));
    notebook.append(Runs.full("b", "y"));
    RunMark mark = new RunMark(true, "the one for the talk", List.of("talk", "short"));
    notebook.mark("b", mark);
    notebook.delete("a");
    assertEquals(
        List.of(new Notebook.Entry(RunSummary.of(Runs.full("b", "y")), mark)),
        notebook().refresh());
    notebook.restore("a");
    assertEquals(List.of("a", "b"), ids(notebook()));
    FaultException fault =
        assertThrows(
            FaultException.class, () -> notebook.mark("a", RunMark.NONE.noted("n".repeat(70_000))));
    assertTrue(String.valueOf(fault.getMessage()).contains("may have 64 KiB"));
  }

  @Test
  void aLineThatWasCutOffIsSetAsideAndSaid() throws IOException {
    notebook().append(Runs.full("a", "x"));
    notebook().append(Runs.full("b", "y"));
    byte[] whole = Files.readAllBytes(file());
    byte[] cut = Arrays.copyOf(whole, whole.length - 500);
    Files.write(file(), cut);
    assertEquals(List.of("a"), ids(notebook()));
    assertEquals(
        List.of(
            "The last line of the notebook "
                + file()
                + " was cut off while it was written; it was set aside as"
                + " runs-cut-off-20260504-120000-000.jsonl, and every run before it is there."),
        told);
    byte[] aside = Files.readAllBytes(folder.resolve("runs-cut-off-20260504-120000-000.jsonl"));
    int kept = (int) Files.size(file());
    assertEquals(
        new String(cut, StandardCharsets.UTF_8),
        Files.readString(file()) + new String(aside, StandardCharsets.UTF_8));
    assertTrue(kept > 0 && aside.length > 0);
    notebook().append(Runs.full("c", "z"));
    assertEquals(List.of("a", "c"), ids(notebook()));
  }

  @Test
  void aWindowThatIsOpenFindsWhatAnotherAddedAndMendsWhatItLeft() throws IOException {
    Notebook one = notebook();
    Notebook other = notebook();
    one.append(Runs.full("a", "x"));
    assertEquals(List.of("a"), ids(other));
    one.append(Runs.full("b", "y"));
    Files.writeString(file(), "{\"version\":1,\"run\":\"c\",\"summ", StandardOpenOption.APPEND);
    assertEquals(List.of("a", "b"), ids(other));
    other.append(Runs.full("d", "z"));
    assertEquals(List.of("a", "b", "d"), ids(one));
    assertEquals("z", one.load("d").prompt().question());
  }

  @Test
  void whatIsNoRunIsSaidAndStaysInTheFile() throws IOException {
    notebook().append(Runs.full("a", "x"));
    Files.writeString(
        file(),
        "hello\n{\"version\":2,\"run\":\"n\",\"dream\":{}}\n{\"version\":1}\n",
        StandardOpenOption.APPEND);
    notebook().append(Runs.full("b", "y"));
    byte[] before = Files.readAllBytes(file());
    assertEquals(List.of("a", "b"), ids(notebook()));
    assertEquals(2, told.size(), told::toString);
    assertTrue(told.get(0).startsWith("2 lines of the notebook "), told::toString);
    assertTrue(told.get(1).contains("newer version"), told::toString);
    assertEquals(before.length, Files.size(file()));
  }

  @Test
  void aRunThatIsNotThereIsSaid() {
    FaultException fault = assertThrows(FaultException.class, () -> notebook().load("a"));
    assertTrue(String.valueOf(fault.getMessage()).endsWith("has no run a."), fault::getMessage);
  }

  /** Threads of this process, each with a notebook of its own, as windows have. */
  @Test
  void nothingIsLostWhereManyWriteAtOnce() throws Exception {
    int writers = 6;
    int each = 20;
    List<Thread> threads =
        IntStream.range(0, writers)
            .mapToObj(
                writer ->
                    new Thread(
                        () -> {
                          Notebook own = notebook();
                          for (int i = 0; i < each; i++) {
                            own.append(Runs.full(writer + "-" + i, "q".repeat(1000 * i)));
                          }
                        }))
            .toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(writers * each, ids(notebook()).stream().distinct().count());
    assertEquals(List.of(), told);
  }

  /** Other processes, one of which is killed in the middle of its work. */
  @Test
  void nothingThatAnotherProcessAppendedIsLostWhenItIsKilled() throws Exception {
    Process killed = NotebookWriter.start(folder, "killed", 100_000, folder.resolve("killed"));
    Process whole = NotebookWriter.start(folder, "whole", 40, folder.resolve("whole"));
    assertEquals(0, whole.waitFor());
    killed.destroyForcibly().waitFor();
    String said = Files.readString(folder.resolve("killed"));
    List<String> appended = said.lines().filter(id -> id.matches("killed-\\d+-")).toList();
    List<String> found = ids(notebook());
    assertTrue(appended.size() > 3, said);
    appended.forEach(id -> assertTrue(found.contains(id.substring(0, id.length() - 1)), id));
    assertEquals(40, found.stream().filter(id -> id.startsWith("whole")).count());
  }

  @Test
  void fiveHundredRunsTakeLittleMemory() {
    Notebook writer = notebook();
    Run run = Runs.full("r", "What is 2 + 3?");
    for (int i = 0; i < 500; i++) {
      writer.append(
          new Run(
              "r" + i,
              run.made(),
              run.madeBy(),
              run.model(),
              run.prompt(),
              run.decoding(),
              run.arms()));
    }
    Notebook reader = notebook();
    long before = used();
    List<Notebook.Entry> entries = reader.refresh();
    long after = used();
    assertEquals(500, entries.size());
    assertTrue(after - before < 5_000_000, (after - before) + " bytes");
  }

  private static long used() {
    System.gc();
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
