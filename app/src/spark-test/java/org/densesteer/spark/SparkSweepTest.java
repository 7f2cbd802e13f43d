package org.densesteer.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.densesteer.cli.CommandLineInterface;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two executors compute what one process computes, to the byte, whatever is killed. */
@Timeout(170)
class SparkSweepTest {

  @TempDir static Path folder;

  private static Path one;

  @BeforeAll
  static void oneProcess() {
    one = folder.resolve("one");
    compute(one);
  }

  private static void compute(Path out, String... more) {
    StringWriter messages = new StringWriter();
    PrintWriter writer = new PrintWriter(messages);
    int exitCode =
        new CommandLineInterface(writer, writer)
            .run(SparkSweep.command(out, more).toArray(String[]::new));
    assertEquals(0, exitCode, messages::toString);
  }

  private static void assertSame(Path out) throws Exception {
    assertSame(one, out);
  }

  private static void assertSame(Path expected, Path out) throws Exception {
    for (String name :
        List.of("answers.jsonl", "cells.csv", "check.csv", "results.json", "problems.jsonl")) {
      assertArrayEquals(
          Files.readAllBytes(expected.resolve(name)), Files.readAllBytes(out.resolve(name)), name);
    }
  }

  @Test
  void twoExecutorsGiveOneProcesssBytes() throws Exception {
    Path out = folder.resolve("all");
    try (SparkSweep sweep = SparkSweep.start(folder, out)) {
      assertEquals(0, sweep.exitCode(), sweep::log);
      assertTrue(sweep.log().contains("Chosen: "), sweep::log);
    }
    assertSame(out);
  }

  @Test
  void aGatesProbeReachesTheExecutors() throws Exception {
    String gate = "--gate=cosine:sample@3>0";
    Path here = folder.resolve("gated-here");
    compute(here, gate);
    Path out = folder.resolve("gated");
    try (SparkSweep sweep = SparkSweep.start(folder, out, gate)) {
      assertEquals(0, sweep.exitCode(), sweep::log);
    }
    assertSame(here, out);
    assertTrue(Files.mismatch(here.resolve("answers.jsonl"), one.resolve("answers.jsonl")) >= 0);
  }

  @Test
  void anExecutorThatIsKilledIsReplaced() throws Exception {
    Path out = folder.resolve("executor");
    try (SparkSweep sweep = SparkSweep.start(folder, out)) {
      sweep.awaitAnswers(1);
      List<ProcessHandle> executors = sweep.executors();
      assertEquals(2, executors.size());
      assertTrue(executors.get(0).destroyForcibly());
      assertEquals(0, sweep.exitCode(), sweep::log);
    }
    assertSame(out);
  }

  @Test
  void aDriverThatIsKilledIsResumed() throws Exception {
    Path out = folder.resolve("driver");
    try (SparkSweep sweep = SparkSweep.start(folder, out)) {
      sweep.awaitAnswers(1);
      sweep.killDriver();
    }
    long before = Files.readAllLines(out.resolve("answers.jsonl")).size();
    assertTrue(before < Files.readAllLines(one.resolve("answers.jsonl")).size());
    try (SparkSweep sweep = SparkSweep.start(folder, out, "--resume")) {
      assertEquals(0, sweep.exitCode(), sweep::log);
    }
    assertSame(out);
  }

  @Test
  void whatNoExecutorCanDoIsSaidOnce() throws Exception {
    try (SparkSweep sweep =
        SparkSweep.start(folder, folder.resolve("shard"), "--shard", "1/2")) {
      assertEquals(2, sweep.exitCode(), sweep::log);
      assertTrue(sweep.log().contains("--shard is for processes"), sweep::log);
    }
  }
}
