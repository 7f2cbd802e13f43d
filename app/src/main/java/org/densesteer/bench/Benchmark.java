package org.densesteer.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.densesteer.generation.Arm;
import org.densesteer.generation.GenerationRequest;
import org.densesteer.generation.ModelSession;
import org.densesteer.generation.Prompt;
import org.densesteer.generation.PromptReport;
import org.densesteer.generation.RunControl;
import org.densesteer.generation.RunListener;
import org.densesteer.generation.Sampling;
import org.densesteer.generation.TokenEvent;
import org.densesteer.generation.Trace;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;

/**
 * Measures how fast a loaded model reads a prompt and decodes. Prompts are random ids, a new one
 * for each measurement, so that none is found in the cache.
 */
public final class Benchmark {

  private static final int WARM_UP_TOKENS = 4;

  private final ModelSession session;
  private final int promptTokens;
  private final int newTokens;
  private final SplittableRandom random = new SplittableRandom(1);
  private final Map<Integer, List<Round>> rounds = new TreeMap<>();
  private final List<Double> strengthChanges = new ArrayList<>();

  private record Round(double promptMs, double tokensPerSecond) {}

  public Benchmark(ModelSession session, int promptTokens, int newTokens) {
    this.session = session;
    this.promptTokens = promptTokens;
    this.newTokens = newTokens;
  }

  /** Reads a prompt and chooses one token. */
  public void firstToken() {
    run(randomPrompt(), unsteered(2), 1);
  }

  /** Runs every number of rows once, thrown away: first calls compile. */
  public void warmUp(int[] rows) {
    for (int count : rows) {
      run(randomPrompt(), unsteered(count), WARM_UP_TOKENS);
    }
    changeStrength();
    strengthChanges.clear();
  }

  /** Measures every number of rows once, and a change of strength. */
  public void round(int[] rows) {
    for (int count : rows) {
      Run run = run(randomPrompt(), unsteered(count), newTokens);
      double perRow =
          run.traces.stream().mapToDouble(Trace::tokensPerSecond).average().orElse(Double.NaN);
      rounds.computeIfAbsent(count, c -> new ArrayList<>()).add(new Round(run.promptMs, perRow));
    }
    changeStrength();
  }

  private void changeStrength() {
    Prompt prompt = randomPrompt();
    run(prompt, steered(1), 1);
    strengthChanges.add(run(prompt, steered(2), 1).promptMs);
  }

  /** Median over the rounds of reading a known prompt at another strength, in milliseconds. */
  public double strengthChangeMs() {
    return median(strengthChanges);
  }

  /** Medians over the rounds. */
  public BenchReport.Rows result(int rows) {
    List<Round> seen = rounds.getOrDefault(rows, List.of());
    double perRow = median(seen.stream().map(Round::tokensPerSecond).toList());
    return new BenchReport.Rows(
        rows,
        median(seen.stream().map(Round::promptMs).toList()),
        perRow,
        perRow * rows,
        seen.stream().mapToDouble(Round::tokensPerSecond).toArray());
  }

  static double median(List<Double> values) {
    if (values.isEmpty()) {
      return Double.NaN;
    }
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }

  private static List<Arm> unsteered(int rows) {
    return IntStream.rangeClosed(1, rows)
        .mapToObj(row -> new Arm("row " + row, List.of()))
        .toList();
  }

  private List<Arm> steered(double strength) {
    return steered(session, strength);
  }

  /** An arm that is steered in the middle layer. */
  static List<Arm> steered(ModelSession session, double strength) {
    int layer = session.info().layers() / 2;
    float[] direction = new float[session.info().hiddenSize()];
    Arrays.fill(direction, 0.01f);
    SteeringVector vector =
        new SteeringVector(
            "push",
            direction.length,
            new TreeMap<>(Map.of(layer, direction)),
            VectorMetadata.EMPTY);
    return List.of(Arm.steered(Steering.everywhere(vector, layer, strength)));
  }

  private Run run(Prompt prompt, List<Arm> arms, int tokens) {
    Run run = new Run();
    GenerationRequest request = new GenerationRequest(prompt, arms, Sampling.GREEDY, tokens, true);
    run.traces = session.run(request, run, new RunControl()).join();
    return run;
  }

  private Prompt randomPrompt() {
    return session.rawPrompt(
        random.ints(promptTokens, 0, session.info().vocabularySize()).toArray());
  }

  private static final class Run implements RunListener {
    private volatile double promptMs = Double.NaN;
    private List<Trace> traces = List.of();

    @Override
    public void onToken(TokenEvent event) {}

    @Override
    public void onPrompt(PromptReport report) {
      promptMs = report.milliseconds();
    }
  }
}
