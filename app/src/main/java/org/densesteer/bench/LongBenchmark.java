package org.densesteer.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.densesteer.generation.ModelSession;
import org.densesteer.generation.Prompt;

/**
 * Measures how long a model takes over long texts: to read a prompt, and to score an answer. Texts
 * are random ids, new ones for each measurement.
 */
public final class LongBenchmark {

  private static final int PROMPT_OF_SCORED = 128;

  private final ModelSession session;
  private final MemorySteps memory;
  private final SplittableRandom random = new SplittableRandom(3);
  private final Map<Integer, List<Double>> prompts = new TreeMap<>();
  private final Map<Integer, List<Double>> scores = new TreeMap<>();

  /** Measures nothing yet. */
  public LongBenchmark(ModelSession session, MemorySteps memory) {
    this.session = session;
    this.memory = memory;
  }

  /** Reads every length once. */
  public void readPrompts(int[] lengths) {
    for (int length : lengths) {
      double ms =
          memory.during(
              "prompt of " + length, () -> session.readPrompt(text(length)).join().milliseconds());
      prompts.computeIfAbsent(length, n -> new ArrayList<>()).add(ms);
    }
  }

  /** Scores an answer of every length once, with a prompt and alone. */
  public void score(int[] lengths) {
    for (int length : lengths) {
      Prompt prompt = text(PROMPT_OF_SCORED);
      int[] answer = text(length).tokenIds();
      long start = System.nanoTime();
      memory.during(
          "scoring " + length, () -> session.score(prompt, answer, List.of(), false).join());
      scores.computeIfAbsent(length, n -> new ArrayList<>()).add((System.nanoTime() - start) / 1e6);
    }
  }

  private Prompt text(int length) {
    return session.rawPrompt(random.ints(length, 0, session.info().vocabularySize()).toArray());
  }

  /** Medians over the rounds of a prompt's length. */
  public BenchReport.LongText prompt(int length) {
    return result(length, prompts, "prompt of ");
  }

  /** Medians over the rounds of an answer's length. */
  public BenchReport.LongText scored(int length) {
    return result(length, scores, "scoring ");
  }

  private BenchReport.LongText result(int length, Map<Integer, List<Double>> from, String step) {
    List<Double> each = from.getOrDefault(length, List.of());
    double ms = Benchmark.median(each);
    Long peak =
        memory.all().stream()
            .filter(s -> s.step().equals(step + length))
            .map(MemorySteps.Step::peakBytes)
            .filter(bytes -> bytes != null)
            .max(Long::compare)
            .orElse(null);
    return new BenchReport.LongText(
        length,
        ms,
        1000.0 * length / ms,
        peak,
        each.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
