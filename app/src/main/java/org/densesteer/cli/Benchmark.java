package org.densesteer.cli;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
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

/**
 * Measures how fast a loaded model reads a prompt and decodes. Prompts are random ids, a new one
 * for each measurement, so that none is found in the cache.
 */
final class Benchmark {

  private static final int WARM_UP_TOKENS = 4;

  private final ModelSession session;
  private final int promptTokens;
  private final int newTokens;
  private final SplittableRandom random = new SplittableRandom(1);

  Benchmark(ModelSession session, int promptTokens, int newTokens) {
    this.session = session;
    this.promptTokens = promptTokens;
    this.newTokens = newTokens;
  }

  /** Measures one number of rows, after a short run that is thrown away. */
  BenchReport.Rows measure(int rows) {
    run(rows, WARM_UP_TOKENS, new AtomicReference<>());
    AtomicReference<PromptReport> prompt = new AtomicReference<>();
    List<Trace> traces = run(rows, newTokens, prompt);
    double perRow =
        traces.stream().mapToDouble(Trace::tokensPerSecond).average().orElse(Double.NaN);
    PromptReport report = prompt.get();
    return new BenchReport.Rows(
        rows, report == null ? Double.NaN : report.milliseconds(), perRow, perRow * rows);
  }

  private List<Trace> run(int rows, int tokens, AtomicReference<PromptReport> prompt) {
    List<Arm> arms =
        IntStream.rangeClosed(1, rows).mapToObj(row -> new Arm("row " + row, List.of())).toList();
    GenerationRequest request =
        new GenerationRequest(randomPrompt(), arms, Sampling.GREEDY, tokens, true);
    return session.run(request, new PromptWatch(prompt), new RunControl()).join();
  }

  private Prompt randomPrompt() {
    return session.rawPrompt(
        random.ints(promptTokens, 0, session.info().vocabularySize()).toArray());
  }

  private record PromptWatch(AtomicReference<PromptReport> seen) implements RunListener {
    @Override
    public void onToken(TokenEvent event) {}

    @Override
    public void onPrompt(PromptReport report) {
      seen.set(report);
    }
  }
}
