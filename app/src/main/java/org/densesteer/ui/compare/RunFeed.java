package org.densesteer.ui.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongSupplier;
import org.densesteer.generation.PromptReport;
import org.densesteer.generation.RunListener;
import org.densesteer.generation.SteeringChange;
import org.densesteer.generation.StopReason;
import org.densesteer.generation.TokenEvent;
import org.densesteer.generation.Trace;
import org.jspecify.annotations.Nullable;

/** Holds what the decoder's thread says until the window takes it, once a pulse. */
final class RunFeed implements RunListener {

  private final Queue<RunNews> news = new ConcurrentLinkedQueue<>();
  private final List<RunNews> held = new ArrayList<>();
  private final Pace pace;

  RunFeed() {
    this(System::nanoTime);
  }

  RunFeed(LongSupplier nanoTime) {
    pace = new Pace(nanoTime);
  }

  @Override
  public void onToken(TokenEvent event) {
    news.add(new RunNews.Token(event));
  }

  @Override
  public void onSteered(int arm, SteeringChange change) {
    news.add(new RunNews.Steered(arm, change));
  }

  @Override
  public void onArmEnd(int arm, StopReason reason) {
    news.add(new RunNews.ArmEnd(arm, reason));
  }

  @Override
  public void onReading(int tokens, int all) {
    news.add(new RunNews.Reading(tokens, all));
  }

  @Override
  public void onPrompt(PromptReport report) {
    news.add(new RunNews.PromptRead(report));
  }

  /** The run's future completed, one way or the other. */
  void complete(@Nullable List<Trace> traces, @Nullable Throwable failure) {
    news.add(
        traces == null
            ? new RunNews.Failed(
                failure == null ? new IllegalStateException("A run gave no traces.") : failure)
            : new RunNews.Ended(traces));
  }

  /**
   * Takes what was said since the last time, in order.
   *
   * @param limit most tokens of an arm in a second, the rest waits; 0 for everything
   */
  List<RunNews> take(int limit) {
    pace.tick(limit);
    for (RunNews next = news.poll(); next != null; next = news.poll()) {
      held.add(next);
    }
    List<RunNews> taken = new ArrayList<>();
    Set<Integer> waiting = new HashSet<>();
    held.removeIf(next -> isDue(next, waiting) && taken.add(next));
    return taken;
  }

  /** Whether nothing before it waits that it must not overtake. */
  private boolean isDue(RunNews next, Set<Integer> waiting) {
    if (next instanceof RunNews.Token token) {
      int arm = token.event().arm();
      boolean due = !waiting.contains(arm) && pace.allows(token.event().index());
      if (!due) {
        waiting.add(arm);
      }
      return due;
    }
    if (next instanceof RunNews.Steered steered) {
      return !waiting.contains(steered.arm());
    }
    if (next instanceof RunNews.ArmEnd end) {
      return !waiting.contains(end.arm());
    }
    return waiting.isEmpty();
  }
}
