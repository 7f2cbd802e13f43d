package org.densesteer.evaluation.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.densesteer.common.FaultException;
import org.densesteer.common.Progress;
import org.densesteer.evaluation.plan.Shard;
import org.densesteer.evaluation.plan.SweepOrigin;
import org.densesteer.evaluation.plan.SweepPlan;
import org.densesteer.evaluation.problems.ProblemSet;
import org.densesteer.evaluation.results.ShardMerge;
import org.densesteer.evaluation.results.SweepFolder;
import org.densesteer.model.ProcessorKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The paper engine's figures depend on the size of a batch, so another cut would be noticed. */
class ShardedSweepTest {

  private static final ProblemSet PROBLEMS = SweepFixture.problems(23);

  @TempDir Path temporary;

  private static SweepOrigin origin(Path folder) {
    return new SweepOrigin(
        "tiny",
        "a model of paper",
        "dense",
        "dense.pt",
        "sums",
        "typed in",
        List.of("densesteer", "sweep", "--out", folder.toString()));
  }

  private static SweepRunner runner(SweepPlan plan, PaperEngine engine) {
    return new SweepRunner(plan, PROBLEMS, SweepFixture.VECTOR, engine);
  }

  private static void whole(SweepPlan plan, Path folder, boolean resume) {
    runner(plan, new PaperEngine())
        .run(
            new SweepFolder(folder),
            origin(folder),
            resume,
            answer -> {},
            Progress.NONE,
            new SweepControl());
  }

  private Path shard(SweepPlan plan, String shard, boolean resume, PaperEngine engine) {
    Path folder = temporary.resolve("shard-" + shard.charAt(0));
    runner(plan, engine)
        .runShard(
            Shard.parse(shard),
            shard.equals("2/4") ? 2 : 1,
            new SweepFolder(folder),
            origin(folder),
            resume,
            answer -> {},
            Progress.NONE,
            new SweepControl());
    return folder;
  }

  private List<Path> shards(SweepPlan plan) {
    List<Path> folders = new ArrayList<>();
    for (int i = 1; i <= 4; i++) {
      folders.add(shard(plan, i + "/4", false, new PaperEngine()));
    }
    Collections.shuffle(folders);
    return folders;
  }

  /** Every file, and in it every byte but the folder's own name. */
  private static void assertSame(Path expected, Path actual) throws IOException {
    List<String> names = names(expected);
    assertEquals(names, names(actual));
    for (String name : names) {
      assertEquals(
          Files.readString(expected.resolve(name)),
          Files.readString(actual.resolve(name)).replace(actual.toString(), expected.toString()),
          name);
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void fourShardsAndTheirCheckGiveTheBytesOfOneProcess() throws IOException {
    SweepPlan plan = SweepFixture.plan(PROBLEMS, 0.5, "random:2,flip,concise", 7);
    Path one = temporary.resolve("one");
    whole(plan, one, false);
    Path merged = temporary.resolve("merged");
    ShardMerge.Outcome outcome = ShardMerge.merge(shards(plan), new SweepFolder(merged));
    assertTrue(outcome.toBeChecked());
    assertEquals(1, outcome.processors().size());
    assertEquals(Set.of(1, 2), outcome.threads());
    assertEquals(List.of("densesteer", "sweep", "--out", merged.toString()), outcome.command());
    assertFalse(Files.exists(merged.resolve("results.json")));
    whole(plan, merged, true);
    assertSame(one, merged);
  }

  @Test
  void withoutACheckTheMergeWritesTheTables() throws IOException {
    SweepPlan plan = SweepFixture.plan(PROBLEMS, 0, "", 3);
    Path one = temporary.resolve("one");
    whole(plan, one, false);
    Path merged = temporary.resolve("merged");
    assertFalse(ShardMerge.merge(shards(plan), new SweepFolder(merged)).toBeChecked());
    assertSame(one, merged);
  }

  @Test
  void aShardThatWasLostIsResumedToTheSameBytes() throws IOException {
    SweepPlan plan = SweepFixture.plan(PROBLEMS, 0, "", 3);
    Path clean = shard(plan, "1/2", false, new PaperEngine());
    byte[] answers = Files.readAllBytes(clean.resolve("answers.jsonl"));
    Path second = temporary.resolve("shard-2");
    assertThrows(
        IllegalStateException.class,
        () -> shard(plan, "2/2", false, new PaperEngine().breakingAfter(17)));
    FaultException unfinished =
        assertThrows(
            FaultException.class,
            () ->
                ShardMerge.merge(
                    List.of(clean, second), new SweepFolder(temporary.resolve("merged"))));
    assertTrue(
        unfinished.getMessage().startsWith("Shard 2/2 in " + second + " is not finished: "),
        unfinished.getMessage());
    shard(plan, "2/2", true, new PaperEngine());
    ShardMerge.merge(List.of(clean, second), new SweepFolder(temporary.resolve("merged")));
    assertArrayEquals(answers, Files.readAllBytes(clean.resolve("answers.jsonl")));
  }

  @Test
  void whatIsMissingTwiceOrForeignIsNamed() {
    SweepPlan plan = SweepFixture.plan(PROBLEMS, 0, "", 3);
    List<Path> all = shards(plan);
    Path first = temporary.resolve("shard-1");
    Path third = temporary.resolve("shard-3");
    assertEquals("Shards 2/4, 4/4 are missing.", refusal(List.of(first, third)));
    List<Path> twice = new ArrayList<>(all);
    twice.add(first);
    assertTrue(refusal(twice).endsWith("both hold shard 1/4."), refusal(twice));
    Path foreign = temporary.resolve("shard-9");
    SweepPlan other = SweepFixture.plan(PROBLEMS, 0, "", 4);
    runner(other, new PaperEngine())
        .runShard(
            Shard.parse("2/4"),
            1,
            new SweepFolder(foreign),
            origin(foreign),
            false,
            answer -> {},
            Progress.NONE,
            new SweepControl());
    assertEquals(
        foreign
            + " belongs to another sweep than "
            + first
            + ": model, vector, problems or settings differ.",
        refusal(List.of(first, foreign)));
    assertEquals(temporary + " holds no shard of a sweep.", refusal(List.of(temporary)));
  }

  private String refusal(List<Path> shards) {
    return assertThrows(
            FaultException.class,
            () -> ShardMerge.merge(shards, new SweepFolder(temporary.resolve("refused"))))
        .getMessage();
  }

  /** Earlier versions did not note how many threads there were. */
  @Test
  void aRecordWithoutThreadsIsRead() throws IOException {
    SweepPlan plan = SweepFixture.plan(PROBLEMS, 0, "", 3);
    Path only = shard(plan, "1/1", false, new PaperEngine());
    Path record = only.resolve("shard.json");
    String before = Files.readString(record).replaceAll(",\\s*\"threads\" : \\[ 1 ]", "");
    assertFalse(before.contains("threads"), before);
    Files.writeString(record, before);
    ShardMerge.Outcome outcome =
        ShardMerge.merge(List.of(only), new SweepFolder(temporary.resolve("merged")));
    assertEquals(Set.of(), outcome.threads());
  }

  @Test
  void foldersAreNotMixedUp() {
    SweepPlan plan = SweepFixture.plan(PROBLEMS, 0, "", 3);
    Path folder = shard(plan, "1/2", false, new PaperEngine());
    FaultException whole = assertThrows(FaultException.class, () -> whole(plan, folder, true));
    assertTrue(whole.getMessage().contains("holds shard 1/2 of a sweep"), whole.getMessage());
    FaultException other =
        assertThrows(FaultException.class, () -> shard(plan, "1/3", true, new PaperEngine()));
    assertTrue(other.getMessage().contains("already holds shard 1/2"), other.getMessage());
  }

  /** As the array job has them: a folder for each attempt, of which the last one counts. */
  @Test
  void theLastAttemptCounts() throws IOException {
    SweepPlan plan = SweepFixture.plan(PROBLEMS, 0, "", 3);
    Path clean = shard(plan, "1/1", false, new PaperEngine());
    Path attempts = Files.createDirectory(temporary.resolve("attempts"));
    Files.createDirectory(attempts.resolve("attempt-9"));
    Files.move(clean, attempts.resolve("attempt-10"));
    Files.createDirectory(attempts.resolve("attempt-11"));
    Path merged = temporary.resolve("merged");
    assertEquals(23 * 7, ShardMerge.merge(List.of(attempts), new SweepFolder(merged)).answers());
  }

  @Test
  void aProcessorsKindIsWhatTheEngineChoosesBy() {
    assertEquals(
        "amd64 with avx2, avx512f, fma",
        ProcessorKind.of(
            "amd64",
            List.of("model name\t: X", "flags\t\t: fpu vme fma avx512f avx2", "flags\t\t: x")));
    assertEquals("aarch64", ProcessorKind.of("aarch64", List.of()));
  }

  /** Of fewer batches than shards some have none. */
  @Test
  void aShardWithNothingToDoIsDoneAtOnce() {
    SweepPlan plan = SweepFixture.plan(SweepFixture.problems(1), 0, "", 8);
    List<Double> shares = new ArrayList<>();
    new SweepRunner(plan, SweepFixture.problems(1), SweepFixture.VECTOR, new PaperEngine())
        .runShard(
            Shard.parse("99/99"),
            1,
            new SweepFolder(temporary.resolve("empty")),
            origin(temporary.resolve("empty")),
            false,
            answer -> {},
            (what, share) -> shares.add(share),
            new SweepControl());
    assertEquals(Set.of(1.0), Set.copyOf(shares));
  }
}
