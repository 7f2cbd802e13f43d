package org.densesteer.ui.compare;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.densesteer.generation.Arm;
import org.densesteer.generation.GenerationRequest;
import org.densesteer.generation.Prompt;
import org.densesteer.generation.PromptReport;
import org.densesteer.generation.RunControl;
import org.densesteer.generation.TokenEvent;
import org.densesteer.generation.Trace;
import org.densesteer.metrics.answer.AnswerChecker;
import org.densesteer.notebook.RunArm;
import org.densesteer.notebook.RunPrompt;
import org.densesteer.ui.common.TaskRunner;
import org.densesteer.ui.trace.ArmViewModel;
import org.jspecify.annotations.Nullable;

/** A run under way, and the panes that it fills. */
final class ActiveRun {

  private final RunSetup setup;
  private final List<ShownArm> arms;
  private final @Nullable AnswerChecker gold;
  private final EarlierAnswers earlier;
  private final Consumer<PromptReport> onPrompt;
  private final RunFeed feed = new RunFeed();
  private final RunControl control = new RunControl();
  private volatile @Nullable Prompt prompt;

  /**
   * A run that was not started yet.
   *
   * @param gold checks its answers; null when no gold answer is known
   * @param earlier what the panes said before
   * @param onPrompt hears what reading the prompt showed
   */
  ActiveRun(
      RunSetup setup,
      List<ShownArm> arms,
      @Nullable AnswerChecker gold,
      EarlierAnswers earlier,
      Consumer<PromptReport> onPrompt) {
    this.setup = setup;
    this.arms = List.copyOf(arms);
    this.gold = gold;
    this.earlier = earlier;
    this.onPrompt = onPrompt;
  }

  /** Renders the prompt and queues the run, away from the window's thread. */
  void start(TaskRunner tasks) {
    arms.forEach(arm -> arm.begin(setup));
    List<int[]> drafts = earlier.drafts(arms, setup.engine());
    tasks.quietly(
        () -> {
          try {
            Prompt rendered = setup.engine().chatPrompt(setup.frame(), setup.question());
            prompt = rendered;
            GenerationRequest request =
                new GenerationRequest(
                    rendered,
                    arms.stream().map(ShownArm::arm).toList(),
                    setup.sampling(),
                    setup.maxTokens(),
                    false,
                    drafts);
            setup.engine().run(request, feed, control).whenComplete(feed::complete);
          } catch (RuntimeException e) {
            feed.complete(null, e);
          }
        });
  }

  /** Steers an arm anew from its very next token on; false when none is to come. */
  boolean steer(ShownArm wanted) {
    for (int arm = 0; arm < arms.size(); arm++) {
      ArmViewModel pane = pane(arm);
      if (pane == wanted.pane() && !pane.stateProperty().get().ended()) {
        control.steer(arm, wanted.arm().steerings());
        return true;
      }
    }
    return false;
  }

  /** Whether any of its arms is steered. */
  boolean steers() {
    return arms.stream().anyMatch(each -> !each.arm().steerings().isEmpty());
  }

  /** Stops it at its next token; what was generated stays. */
  void cancel() {
    control.cancel();
  }

  /** Stops it, and no longer waits for what it may still say. */
  void leave() {
    control.cancel();
    arms.forEach(each -> each.pane().leave());
  }

  /**
   * Hands what it said since the last time to the panes.
   *
   * @param limit most tokens of an arm that are shown in a second; 0 for all that came
   * @param onFailure hears why it failed
   * @return whether it goes on
   */
  boolean drain(int limit, Consumer<Throwable> onFailure) {
    List<RunNews> news = feed.take(control.cancellation().isRequested() ? 0 : limit);
    news.stream()
        .flatMap(
            item -> item instanceof RunNews.Token token ? Stream.of(token.event()) : Stream.empty())
        .collect(Collectors.groupingBy(TokenEvent::arm))
        .forEach((arm, tokens) -> pane(arm).accept(tokens));
    boolean goesOn = true;
    for (RunNews item : news) {
      if (item instanceof RunNews.Reading reading) {
        arms.forEach(each -> each.pane().reading(reading.tokens(), reading.all()));
      } else if (item instanceof RunNews.PromptRead read) {
        onPrompt.accept(read.report());
      } else if (item instanceof RunNews.Steered steered) {
        pane(steered.arm()).steered(steered.change());
      } else if (item instanceof RunNews.ArmEnd end) {
        pane(end.arm()).end(end.reason());
      } else if (item instanceof RunNews.Ended ended) {
        finish(ended.traces());
        goesOn = false;
      } else if (item instanceof RunNews.Failed failed) {
        leave();
        onFailure.accept(failed.cause());
        goesOn = false;
      }
    }
    return goesOn;
  }

  /** What all its arms share. */
  RunSetup setup() {
    return setup;
  }

  /** What its arms read; null while that is not known. */
  @Nullable RunPrompt prompt() {
    Prompt read = prompt;
    return read == null
        ? null
        : RunPrompt.chat(
            setup.question(), setup.frame(), read, gold == null ? List.of() : gold.accepted());
  }

  /** What fills a pane; empty where this run does not. */
  Optional<Arm> armOf(ArmViewModel pane) {
    return arms.stream().filter(each -> each.pane() == pane).findFirst().map(ShownArm::arm);
  }

  /** What its arms read, as the model has it; null while that is not known. */
  @Nullable Prompt rendered() {
    return prompt;
  }

  /** Checks its answers; null when no gold answer is known. */
  @Nullable AnswerChecker gold() {
    return gold;
  }

  /** What a pane shows of this run, as it is recorded; empty where it shows nothing of it. */
  Optional<RunArm> recorded(ArmViewModel pane) {
    return arms.stream()
        .filter(each -> each.pane() == pane)
        .findFirst()
        .map(each -> pane.recordedProperty().get());
  }

  private void finish(List<Trace> traces) {
    for (int arm = 0; arm < traces.size(); arm++) {
      pane(arm).finish(traces.get(arm), gold);
      earlier.keep(pane(arm), setup.engine(), traces.get(arm));
    }
  }

  private ArmViewModel pane(int arm) {
    return arms.get(arm).pane();
  }
}
