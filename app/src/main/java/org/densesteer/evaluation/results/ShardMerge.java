package org.densesteer.evaluation.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.densesteer.common.AtomicFiles;
import org.densesteer.common.FaultException;
import org.densesteer.common.OwnerLock;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.plan.AnswerKey;
import org.densesteer.evaluation.plan.BatchLayout;
import org.densesteer.evaluation.plan.PlannedAnswer;
import org.densesteer.evaluation.plan.SweepArm;
import org.densesteer.evaluation.plan.SweepOrigin;
import org.densesteer.evaluation.plan.SweepParts;
import org.jspecify.annotations.Nullable;

/**
 * Puts the shards of a sweep together: the folder that one process would have after the grid,
 * answer for answer in its order. The choice needs the whole grid, so the check is computed
 * afterwards, by resuming the merged sweep.
 */
public final class ShardMerge {

  private static final String ATTEMPT = "attempt-";
  private static final int MOST_NAMED = 20;

  private final TreeMap<Integer, Part> parts = new TreeMap<>();

  private record Part(Path folder, ShardRecord record, SweepFolder.Content content) {}

  /**
   * What came out.
   *
   * @param answers how many answers the merged folder has
   * @param chosen the best cell; empty when none is fit
   * @param toBeChecked whether the check is still to be computed
   * @param processors the kinds of processor that computed the shards; of more than one, last bits
   *     may differ from a single machine's
   * @param threads with how many threads operations were computed; of more than one number, the
   *     same
   * @param command computes what is missing
   */
  public record Outcome(
      int answers,
      Optional<SweepArm> chosen,
      boolean toBeChecked,
      Set<String> processors,
      Set<Integer> threads,
      List<String> command) {}

  private ShardMerge() {}

  /**
   * Merges shards.
   *
   * @param shards folders of the shards, or folders of the attempts at one each, of which the last
   *     counts
   * @throws FaultException when one is missing, not finished, or of another sweep, or when the
   *     target holds a sweep already
   */
  public static Outcome merge(List<Path> shards, SweepFolder target) {
    ShardMerge merge = new ShardMerge();
    shards.forEach(merge::add);
    merge.requireAll();
    return merge.write(target);
  }

  private void add(Path given) {
    Path folder = latest(given);
    ShardRecord record =
        ShardRecord.in(folder)
            .orElseThrow(() -> new FaultException(folder + " holds no shard of a sweep."));
    Part part = new Part(folder, record, new SweepFolder(folder).read());
    if (!parts.isEmpty()) {
      requireSame(parts.firstEntry().getValue(), part);
    }
    @Nullable Part before = parts.put(record.number(), part);
    if (before != null) {
      throw new FaultException(
          Texts.of("%s and %s both hold shard %s.", before.folder(), folder, record.shard()));
    }
  }

  /** Of several attempts each has taken over what the one before it had. */
  private static Path latest(Path given) {
    if (!Files.isDirectory(given)) {
      throw new FaultException("There is no folder " + given + ".");
    }
    try (Stream<Path> inside = Files.list(given)) {
      return inside
          .filter(path -> String.valueOf(path.getFileName()).matches(ATTEMPT + "[0-9]{1,9}"))
          .filter(path -> Files.exists(new SweepFolder(path).planFile()))
          .max(Comparator.comparingInt(ShardMerge::attempt))
          .orElse(given);
    } catch (IOException e) {
      throw new FaultException("Cannot read " + given + ": " + AtomicFiles.reason(e) + ".", e);
    }
  }

  private static int attempt(Path folder) {
    return Integer.parseInt(String.valueOf(folder.getFileName()).substring(ATTEMPT.length()));
  }

  private static void requireSame(Part first, Part other) {
    if (other.record().of() != first.record().of()) {
      throw new FaultException(
          Texts.of(
              "%s holds shard %s and %s shard %s: they are cut differently.",
              first.folder(), first.record().shard(), other.folder(), other.record().shard()));
    }
    String one = first.content().plan().subject().precision();
    String two = other.content().plan().subject().precision();
    if (!one.equals(two)) {
      throw new FaultException(
          Texts.of(
              "%s was computed in %s, but %s in %s.", other.folder(), two, first.folder(), one));
    }
    if (!first.content().plan().equals(other.content().plan())) {
      throw new FaultException(
          Texts.of(
              "%s belongs to another sweep than %s: model, vector, problems or settings differ.",
              other.folder(), first.folder()));
    }
  }

  private void requireAll() {
    int of = parts.firstEntry().getValue().record().of();
    int missing = of - parts.size();
    if (missing > 0) {
      List<String> named =
          IntStream.rangeClosed(1, of)
              .filter(number -> !parts.containsKey(number))
              .limit(MOST_NAMED)
              .mapToObj(number -> number + "/" + of)
              .toList();
      throw new FaultException(
          Texts.of(
              "%s %s%s %s missing.",
              missing == 1 ? "Shard" : "Shards",
              String.join(", ", named),
              missing > named.size() ? " and " + (missing - named.size()) + " others" : "",
              missing == 1 ? "is" : "are"));
    }
  }

  private Outcome write(SweepFolder target) {
    SweepFolder.Content first = parts.firstEntry().getValue().content();
    SweepOrigin origin = first.origin().unsharded(target.path());
    List<SweepAnswer> answers = inOrder(first);
    try (OwnerLock owned = target.claim()) {
      try (SweepJournal journal = target.begin(first.plan(), origin, first.problems(), false)) {
        answers.forEach(journal::append);
      }
      AnswerTable table = AnswerTable.of(Verdicts.alike(answers, first.problems(), false));
      SweepParts asked = SweepParts.of(first.plan(), first.problems());
      Optional<SweepArm> chosen = SweepResults.choose(first.plan(), asked, table);
      boolean check = first.plan().hasCheck() && chosen.isPresent();
      if (!check) {
        target.writeTables(first.plan(), SweepResults.of(first.plan(), first.problems(), table));
      }
      Set<String> processors = new LinkedHashSet<>();
      Set<Integer> threads = new TreeSet<>();
      for (Part part : parts.values()) {
        processors.addAll(part.record().processors());
        threads.addAll(part.record().threads());
      }
      return new Outcome(answers.size(), chosen, check, processors, threads, origin.command());
    }
  }

  /** The answers by batch, and within it as its shard finished them, as one process has them. */
  private List<SweepAnswer> inOrder(SweepFolder.Content first) {
    List<List<PlannedAnswer>> batches =
        BatchLayout.grid(first.plan(), SweepParts.of(first.plan(), first.problems()).grid());
    Map<AnswerKey, Integer> batchOf = new HashMap<>();
    List<List<SweepAnswer>> answered = new ArrayList<>();
    for (int i = 0; i < batches.size(); i++) {
      for (PlannedAnswer answer : batches.get(i)) {
        batchOf.put(answer.key(), i);
      }
      answered.add(new ArrayList<>());
    }
    for (Part part : parts.values()) {
      requireFinished(part, batches);
      for (SweepAnswer answer : journal(part)) {
        @Nullable Integer batch = batchOf.get(answer.key());
        if (batch != null) {
          answered.get(batch).add(answer);
        }
      }
    }
    return answered.stream().flatMap(List::stream).toList();
  }

  private static Iterable<SweepAnswer> journal(Part part) {
    return SweepJournal.read(
        new SweepFolder(part.folder()).answersFile(), part.content().plan().hash());
  }

  private static void requireFinished(Part part, List<List<PlannedAnswer>> batches) {
    List<PlannedAnswer> own =
        part.record().shard().of(batches).stream().flatMap(List::stream).toList();
    long missing =
        own.stream()
            .filter(a -> part.content().answers().get(a.arm(), a.problem()) == null)
            .count();
    if (missing > 0) {
      throw new FaultException(
          Texts.of(
              "Shard %s in %s is not finished: %d of its %d answers are missing; its command with"
                  + " --resume goes on.",
              part.record().shard(), part.folder(), missing, own.size()));
    }
  }
}
