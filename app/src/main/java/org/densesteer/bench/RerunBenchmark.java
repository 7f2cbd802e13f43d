package org.densesteer.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.densesteer.generation.GenerationRequest;
import org.densesteer.generation.ModelSession;
import org.densesteer.generation.Prompt;
import org.densesteer.generation.RunControl;
import org.densesteer.generation.RunListener;
import org.densesteer.generation.Sampling;
import org.densesteer.generation.TokenEvent;
import org.densesteer.generation.Trace;

/**
 * Measures how fast a steered answer is given once more when a draft says part of it. Prompts are
 * random ids, and tokens are sampled: what a model of random weights finds likeliest repeats
 * itself, and would be guessed where the draft is wrong.
 */
public final class RerunBenchmark {

  private final ModelSession session;
  private final int promptTokens;
  private final int newTokens;
  private final SplittableRandom random = new SplittableRandom(2);
  private final Map<Double, List<Round>> rounds = new HashMap<>();

  private record Round(double plain, double drafted, boolean identical) {}

  /** Measures nothing yet. */
  public RerunBenchmark(ModelSession session, int promptTokens, int newTokens) {
    this.session = session;
    this.promptTokens = promptTokens;
    this.newTokens = newTokens;
  }

  /** Runs every share once, thrown away: first calls compile. */
  public void warmUp(double[] shares) {
    round(shares);
    rounds.clear();
  }

  /** Measures every share once, each with a prompt of its own. */
  public void round(double[] shares) {
    for (double share : shares) {
      int vocabulary = session.info().vocabularySize();
      Prompt prompt = session.rawPrompt(random.ints(promptTokens, 0, vocabulary).toArray());
      Sampling sampling = new Sampling(1, 1, random.nextInt(1000));
      GenerationRequest request =
          new GenerationRequest(prompt, Benchmark.steered(session, 1), sampling, newTokens, true);
      Trace plain = run(request);
      int[] draft = SpoiltText.of(plain.tokenIds(), share, vocabulary, random);
      Trace drafted = run(request.drafted(List.of(draft)));
      rounds
          .computeIfAbsent(share, s -> new ArrayList<>())
          .add(
              new Round(
                  plain.tokensPerSecond(),
                  drafted.tokensPerSecond(),
                  untimed(plain).equals(untimed(drafted))));
    }
  }

  private static List<TokenEvent> untimed(Trace trace) {
    return trace.tokens().stream().map(TokenEvent::untimed).toList();
  }

  private Trace run(GenerationRequest request) {
    return session.run(request, RunListener.NONE, new RunControl()).join().get(0);
  }

  /** Medians over the rounds. */
  public BenchReport.Rerun result(double share) {
    List<Round> seen = rounds.getOrDefault(share, List.of());
    return new BenchReport.Rerun(
        share,
        Benchmark.median(seen.stream().map(Round::plain).toList()),
        Benchmark.median(seen.stream().map(Round::drafted).toList()),
        seen.stream().allMatch(Round::identical));
  }
}
