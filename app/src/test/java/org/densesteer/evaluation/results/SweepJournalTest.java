package org.densesteer.evaluation.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.densesteer.common.FaultException;
import org.densesteer.evaluation.plan.AnswerKey;
import org.densesteer.evaluation.plan.SweepArm;
import org.densesteer.metrics.PartMeasures;
import org.densesteer.metrics.ReasoningMeasures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepJournalTest {

  private static final SweepAnswer FIRST =
      PlainAnswers.of(
          new AnswerKey(SweepArm.BASELINE, "p1"),
          "So – \"7\"\r\n\n\\boxed{7} \u2028 \ud83e\udd86",
          "7",
          true,
          2,
          9,
          4.5,
          0.1 + 0.2,
          Double.NaN,
          11,
          false,
          true);
  private static final SweepAnswer SECOND =
      PlainAnswers.of(
          new AnswerKey(SweepArm.cell(3, -2.5), "p1"),
          "",
          null,
          false,
          1,
          0,
          0,
          1e-9,
          2,
          0,
          true,
          false);

  private static final SweepAnswer WITH_BLOCK =
      new SweepAnswer(
          new AnswerKey(SweepArm.BASELINE, "p2"),
          "<think>\nSo 7",
          null,
          false,
          1,
          3,
          3,
          0.5,
          0.25,
          4,
          false,
          true,
          false,
          new ReasoningMeasures(
              new PartMeasures(1, 2, 2, 4, 0.5, 0.25),
              new PartMeasures(0, 0, 0, 0, Double.NaN, Double.NaN),
              false));

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("answers.jsonl");
  }

  private void writeBoth() {
    try (SweepJournal journal = SweepJournal.open(file, "plan")) {
      assertTrue(journal.append(FIRST));
      assertTrue(journal.append(SECOND));
      assertFalse(journal.append(SECOND));
    }
  }

  private List<SweepAnswer> reopen() {
    try (SweepJournal journal = SweepJournal.open(file, "plan")) {
      return List.copyOf(journal.answers());
    }
  }

  @Test
  void answersReadBackEqual() {
    writeBoth();
    assertEquals(List.of(FIRST, SECOND), reopen());
    assertEquals(List.of(FIRST, SECOND), List.copyOf(SweepJournal.read(file, "plan")));
  }

  @Test
  void verdictsAndBlocksReadBackEqualBesideEarlierLines() throws IOException {
    writeBoth();
    try (SweepJournal journal = SweepJournal.open(file, "plan")) {
      assertTrue(journal.append(WITH_BLOCK));
    }
    assertEquals(List.of(FIRST, SECOND, WITH_BLOCK), reopen());
    List<String> lines = Files.readAllLines(file);
    assertFalse(lines.get(0).contains("benchmark") || lines.get(0).contains("reasoning"));
    assertTrue(lines.get(2).contains("\"correct_by_benchmark\":false"), lines.get(2));
  }

  @Test
  void aLineIsOnDiskAsSoonAsItIsAppended() throws IOException {
    try (SweepJournal journal = SweepJournal.open(file, "plan")) {
      journal.append(FIRST);
      assertEquals(1, Files.readAllLines(file).size());
    }
  }

  /** Wherever a crash cuts the file, whole lines stay and the next answer follows them cleanly. */
  @Test
  void anyCutKeepsTheWholeLines() throws IOException {
    writeBoth();
    byte[] whole = Files.readAllBytes(file);
    int firstLine = new String(whole, StandardCharsets.UTF_8).indexOf('\n');
    int firstEnd =
        new String(whole, StandardCharsets.UTF_8)
                .substring(0, firstLine)
                .getBytes(StandardCharsets.UTF_8)
                .length
            + 1;
    for (int cut = 0; cut < whole.length; cut++) {
      Files.write(file, Arrays.copyOf(whole, cut));
      List<SweepAnswer> expected = cut < firstEnd ? List.of() : List.of(FIRST);
      assertEquals(expected, reopen(), "cut at " + cut);
      writeMissing();
      assertEquals(2, reopen().size(), "cut at " + cut);
    }
  }

  private void writeMissing() {
    try (SweepJournal journal = SweepJournal.open(file, "plan")) {
      journal.append(FIRST);
      journal.append(SECOND);
    }
  }

  @Test
  void refusesAnswersOfAnotherPlan() {
    writeBoth();
    FaultException fault =
        assertThrows(FaultException.class, () -> SweepJournal.open(file, "other"));
    assertEquals("Line 1 of " + file + " is not an answer of this sweep.", fault.getMessage());
  }

  @Test
  void refusesABrokenLineInTheMiddle() throws IOException {
    writeBoth();
    List<String> lines = Files.readAllLines(file);
    Files.write(file, List.of(lines.get(0), "{\"plan\":\"plan\"}", lines.get(1)));
    FaultException fault =
        assertThrows(FaultException.class, () -> SweepJournal.open(file, "plan"));
    assertTrue(fault.getMessage().startsWith("Line 2 of"), fault.getMessage());
  }

  @Test
  void whatIsRemovedOrReplacedWhileItGrowsIsSaid() throws IOException {
    SweepJournal journal = SweepJournal.open(file, "plan");
    journal.append(FIRST);
    Files.delete(file);
    FaultException gone = assertThrows(FaultException.class, () -> journal.append(SECOND));
    assertEquals(
        file + " was removed or moved away while the sweep was writing to it.", gone.getMessage());
    assertThrows(FaultException.class, journal::close);

    SweepJournal other = SweepJournal.open(file, "plan");
    Files.move(file, folder.resolve("moved"));
    Files.createFile(file);
    assertThrows(FaultException.class, () -> other.append(SECOND));
    assertThrows(FaultException.class, other::close);
  }
}
