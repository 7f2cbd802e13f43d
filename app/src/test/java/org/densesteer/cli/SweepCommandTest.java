package org.densesteer.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.densesteer.common.EmbeddedFiles;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;
import org.densesteer.steering.format.ExportOptions;
import org.densesteer.steering.format.VectorFiles;
import org.densesteer.steering.format.VectorFormats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepCommandTest {

  @TempDir Path folder;

  private CommandRun sweep(Path out, String... more) throws Exception {
    Path problems =
        Files.write(
            folder.resolve("problems.jsonl"),
            List.of(
                "{\"question\":\"What is 2 + 2?\",\"answer\":\"4\"}",
                "{\"question\":\"What is 3 + 5?\",\"answer\":\"8\"}",
                "{\"question\":\"What is 9 + 1?\",\"answer\":\"10\"}"));
    List<String> command =
        new ArrayList<>(List.of("sweep", "--model", "sample", "--precision", "float32"));
    if (!List.of(more).contains("--vector")) {
      command.addAll(List.of("--vector", "sample"));
    }
    command.addAll(List.of("--layers", "5", "--strengths=-1:1:1"));
    command.addAll(List.of("--problems", problems.toString(), "--max-tokens", "8"));
    command.addAll(List.of("--out", out.toString()));
    command.addAll(List.of(more));
    return CommandRun.of(command.toArray(String[]::new));
  }

  @Test
  void sweepsResumesAndReports() throws Exception {
    Path out = folder.resolve("sweep");
    CommandRun first = sweep(out, "--placebos", "random:1,flip");
    assertEquals(0, first.exitCode(), first::err);
    byte[] cells = Files.readAllBytes(out.resolve("cells.csv"));
    byte[] answers = Files.readAllBytes(out.resolve("answers.jsonl"));
    assertTrue(first.err().contains("answers"), first::err);
    assertEquals(4, Files.readAllLines(out.resolve("cells.csv")).size());

    CommandRun again = sweep(out, "--placebos", "random:1,flip");
    assertEquals(1, again.exitCode());
    assertTrue(again.err().contains("already holds a sweep"), again::err);

    byte[] torn = Arrays.copyOf(answers, answers.length / 2);
    Files.write(out.resolve("answers.jsonl"), torn);
    CommandRun unfinished = CommandRun.of("report", out.toString());
    assertEquals(1, unfinished.exitCode());
    assertTrue(unfinished.err().contains("not finished"), unfinished::err);

    CommandRun resumed = sweep(out, "--placebos", "random:1,flip", "--resume");
    assertEquals(0, resumed.exitCode(), resumed::err);
    assertArrayEquals(cells, Files.readAllBytes(out.resolve("cells.csv")));
    assertArrayEquals(answers, Files.readAllBytes(out.resolve("answers.jsonl")));

    CommandRun report = CommandRun.of("report", out.toString());
    assertEquals(0, report.exitCode(), report::err);
    assertTrue(Files.readString(out.resolve("report.html")).contains("--strengths=-1,0,1"));
    assertTrue(Files.exists(out.resolve("report.md")));
  }

  @Test
  void positionsAndOperatorOfTheVectorsFileHoldUnlessOthersAreNamed() throws Exception {
    SteeringVector sample = VectorFiles.read(EmbeddedFiles.sampleVector(), 0).vector();
    SteeringVector tuned =
        sample.with(
            sample
                .metadata()
                .with(VectorMetadata.POSITIONS, "step:2")
                .with(VectorMetadata.APPLIED_LAYERS, VectorMetadata.ALL)
                .with(VectorMetadata.OPERATOR, "add_keep_norm"));
    Path file = folder.resolve("tuned.safetensors");
    VectorFiles.write(tuned, ExportOptions.of(VectorFormats.SAFETENSORS), file);
    Path its = folder.resolve("its");
    CommandRun run = sweep(its, "--vector", file.toString(), "--limit", "1");
    assertEquals(0, run.exitCode(), run::err);
    assertTrue(run.err().contains("at one of them at a time"), run::err);
    String plan = Files.readString(its.resolve("plan.json"));
    assertTrue(plan.contains("ADD_KEEP_NORM"), plan);
    assertTrue(plan.matches("(?s).*\"from_step\" ?: ?2.*"), plan);
    Path named = folder.resolve("named");
    CommandRun other =
        sweep(
            named,
            "--vector",
            file.toString(),
            "--limit",
            "1",
            "--positions",
            "everywhere",
            "--operator",
            "add");
    assertEquals(0, other.exitCode(), other::err);
    String plain = Files.readString(named.resolve("plan.json"));
    assertFalse(plain.contains("ADD_KEEP_NORM"), plain);
    assertTrue(plain.matches("(?s).*\"from_step\" ?: ?1.*"), plain);
  }

  @ParameterizedTest
  @ValueSource(strings = {"kl:0.05", "cosine:sample@5>0.05", "curve:2=1,4=0"})
  void aGateIsSweptResumedAndReported(String gate) throws Exception {
    Path out = folder.resolve("gated");
    CommandRun first = sweep(out, "--placebos", "ungated,random:1", "--gate", gate);
    assertEquals(0, first.exitCode(), first::err);
    byte[] answers = Files.readAllBytes(out.resolve("answers.jsonl"));
    String plain = Files.readString(out.resolve("answers.jsonl"));
    assertTrue(plain.contains("ungated"), plain);
    Files.write(out.resolve("answers.jsonl"), Arrays.copyOf(answers, answers.length / 2));
    CommandRun other = sweep(out, "--placebos", "random:1", "--resume");
    assertEquals(1, other.exitCode(), "another plan");
    CommandRun resumed = sweep(out, "--placebos", "ungated,random:1", "--gate", gate, "--resume");
    assertEquals(0, resumed.exitCode(), resumed::err);
    assertArrayEquals(answers, Files.readAllBytes(out.resolve("answers.jsonl")));
    assertEquals(0, CommandRun.of("report", out.toString()).exitCode());
    String report = Files.readString(out.resolve("report.md"));
    assertTrue(report.contains("--gate"), report);
    assertTrue(report.contains("| gate |"), report);
  }

  @Test
  void ungatedIsNoPlaceboWithoutAGate() throws Exception {
    CommandRun run = sweep(folder.resolve("sweep"), "--placebos", "ungated");
    assertEquals(1, run.exitCode());
    assertTrue(run.err().contains("this sweep has no gate"), run::err);
  }

  @Test
  void shardsAreMergedToTheSameAnswers() throws Exception {
    Path one = folder.resolve("one");
    assertEquals(0, sweep(one, "--placebos", "flip").exitCode());
    List<String> merge = new ArrayList<>(List.of("merge", "--out", folder + "/merged"));
    for (String shard : List.of("2/2", "1/2")) {
      Path out = folder.resolve("shard-" + shard.charAt(0));
      CommandRun run = sweep(out, "--placebos", "flip", "--shard", shard);
      assertEquals(0, run.exitCode(), run::err);
      merge.add(out.toString());
    }
    CommandRun merged = CommandRun.of(merge.toArray(String[]::new));
    assertEquals(0, merged.exitCode(), merged::err);
    assertTrue(merged.out().contains("Its check is still to be computed: densesteer sweep "));
    assertEquals(0, sweep(folder.resolve("merged"), "--placebos", "flip", "--resume").exitCode());
    for (String name : List.of("answers.jsonl", "cells.csv", "check.csv", "results.json")) {
      assertArrayEquals(
          Files.readAllBytes(one.resolve(name)),
          Files.readAllBytes(folder.resolve("merged").resolve(name)),
          name);
    }
    assertFalse(merged.err().contains("threads"), merged::err);
    Path record = folder.resolve("shard-2/shard.json");
    String noted = Files.readString(record);
    Files.writeString(record, noted.replace("\"threads\" : [ 1 ]", "\"threads\" : [ 3 ]"));
    merge.set(2, folder + "/warned");
    CommandRun warned = CommandRun.of(merge.toArray(String[]::new));
    assertEquals(0, warned.exitCode(), warned::err);
    assertTrue(
        warned.err().contains("computed with different numbers of threads (1, 3), so last bits"),
        warned::err);
  }

  @Test
  void theArrayJobRepeatsTheCommandForEachShard() throws Exception {
    Path script = folder.resolve("job.sh");
    CommandRun run =
        sweep(
            folder.resolve("my shards"),
            "--slurm=" + script,
            "--shards",
            "7",
            "--system",
            "-it's brief",
            "--resume");
    assertEquals(0, run.exitCode(), run::err);
    String text = Files.readString(script);
    assertTrue(text.contains("#SBATCH --array=1-7\n"), text);
    assertTrue(text.contains("shards='" + folder.resolve("my shards") + "'\n"), text);
    String last = text.lines().reduce((before, line) -> line).orElseThrow();
    assertTrue(last.startsWith("exec \"${DENSESTEER:-densesteer}\" sweep --model sample "), last);
    assertTrue(
        last.endsWith(" --system '-it'\"'\"'s brief' --shard \"$shard/7\" --resume --out \"$own\""),
        last);
    assertFalse(Files.exists(folder.resolve("my shards")));
  }

  @Test
  void wrongUseIsTwo() {
    String[] base = {"sweep", "--model", "m", "--vector", "v", "--problems", "p", "--out", "o"};
    assertEquals(2, CommandRun.of(base).exitCode());
    assertMisuse(base, "--layers", "3-1", "--strengths=1:2:1");
    assertMisuse(base, "--layers", "1", "--strengths=0");
    assertMisuse(base, "--layers", "1", "--strengths=1", "--placebos", "sugar");
    assertMisuse(base, "--layers", "1", "--strengths=1", "--split", "1");
    assertMisuse(base, "--layers", "1", "--strengths=1", "--positions", "nowhere");
    assertMisuse(base, "--layers", "1", "--strengths=1", "--operator", "twist");
    assertMisuse(base, "--layers", "1", "--strengths=1", "--max-tokens", "0");
    assertEquals(2, CommandRun.of("report").exitCode());
  }

  private static void assertMisuse(String[] base, String... more) {
    List<String> command = new ArrayList<>(List.of(base));
    command.addAll(List.of(more));
    CommandRun run = CommandRun.of(command.toArray(String[]::new));
    assertEquals(2, run.exitCode(), () -> String.join(" ", more) + ": " + run.err());
  }

  @Test
  void whatIsMissingIsAFailureWithItsSentence() {
    CommandRun run = CommandRun.of("report", folder.resolve("none").toString());
    assertEquals(1, run.exitCode());
    assertTrue(run.err().contains("Cannot read the plan of the sweep"), run::err);
  }
}
