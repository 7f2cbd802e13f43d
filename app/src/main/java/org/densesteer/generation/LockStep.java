package org.densesteer.generation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.densesteer.model.checkpoint.ModelConfig;
import org.densesteer.model.decoder.Decoder;
import org.densesteer.model.decoder.KvCache;
import org.densesteer.model.decoder.Logits;
import org.densesteer.model.decoder.Observation;
import org.densesteer.model.decoder.PromptStates;
import org.densesteer.model.decoder.Sites;
import org.densesteer.model.decoder.StepResult;
import org.densesteer.steering.Steering;

/**
 * One run: all arms are rows of one batch and grow a token at a time, or several where a draft says
 * how an answer goes on. Below the row of every arm that can be steered lies an unsteered one; it
 * reads the arm's own text, and its logits give the token's NLL and the KL divergence under the
 * unsteered model.
 *
 * <p>A drafted token is taken when it is the one that the arm would choose anyway, and then what
 * the model thinks behind it counts too. So a draft does not change an answer or any of its
 * figures.
 */
final class LockStep {

  private final LoadedModel model;
  private final Decoder decoder;
  private final GenerationRequest request;
  private final RunListener listener;
  private final RunControl control;
  private final StepCosts costs;
  private final DraftWidths widths;
  private final int room;
  private final List<ArmState> arms = new ArrayList<>();
  private final int rows;
  private final WordTally words;
  private int computedBlocks;
  private long began;

  LockStep(
      LoadedModel model,
      GenerationRequest request,
      RunListener listener,
      RunControl control,
      StepCosts costs) {
    this.model = model;
    decoder = model.decoder();
    words = new WordTally(decoder);
    this.request = request;
    this.listener = listener;
    this.control = control;
    this.costs = costs;
    ModelConfig config = decoder.checkpoint().config();
    widths =
        new DraftWidths(
            costs, decoder.arithmetic().rowsIndependent(config.heads() / config.kvHeads()));
    room = decoder.checkpoint().config().maxPositions() - request.prompt().tokenIds().length;
    Answer.Limits limits =
        new Answer.Limits(
            request.ignoreEndOfText() ? Set.of() : decoder.checkpoint().endOfText(),
            mostTokens(),
            id -> false);
    int row = 0;
    for (Arm arm : request.arms()) {
      arm.steerings().forEach(s -> SteeringCheck.against(model.info(), s));
      ArmState state = new ArmState(request, arms.size(), row, limits, model.tokenizer());
      arms.add(state);
      row += state.rows;
    }
    rows = row;
  }

  private int mostTokens() {
    return Math.min(request.maxNewTokens(), room);
  }

  /**
   * Runs to the end.
   *
   * @param prompt the unsteered prompt
   * @param alreadyComputed blocks that were computed to get it
   * @param startNanos when the run began
   */
  List<Trace> run(PromptStates prompt, int alreadyComputed, long startNanos) {
    if (room < 1) {
      throw new FaultException(
          Texts.of(
              "The prompt has %d tokens, which leaves the model no room to answer.",
              prompt.length()));
    }
    computedBlocks = alreadyComputed;
    try (words;
        KvCache cache = decoder.newCache(rows, prompt.length() + mostTokens());
        RowSites sites = new RowSites(decoder)) {
      Logits logits = readPrompt(prompt, cache, sites);
      listener.onPrompt(
          new PromptReport(
              computedBlocks, (System.nanoTime() - startNanos) / 1e6, prompt.hiddenNorms()));
      generate(cache, logits, sites);
      return traces();
    }
  }

  private Logits readPrompt(PromptStates prompt, KvCache cache, RowSites sites) {
    List<Logits> parts = new ArrayList<>();
    List<StepResult> own = new ArrayList<>();
    try {
      ReadingWatch watch = new ReadingWatch(listener, control.cancellation());
      for (ArmState arm : arms) {
        StepResult read = sites.readPrompt(prompt, arm.answer, cache, arm.row, 0, watch);
        if (read == null) {
          parts.add(prompt.logits());
        } else {
          own.add(read);
          parts.add(read.logits());
          arm.note(0, read.reports());
          int lowest = read.reports().get(0).layer();
          computedBlocks += decoder.checkpoint().config().layers() - 1 - lowest;
        }
        if (arm.rows > 1) {
          decoder.place(prompt, cache, arm.row + 1, 0);
          parts.add(prompt.logits());
        }
      }
      return Logits.stack(parts);
    } finally {
      own.forEach(StepResult::close);
    }
  }

  private void generate(KvCache cache, Logits first, RowSites sites) {
    began = System.nanoTime();
    try (first) {
      observe(first, arms, arms.stream().mapToInt(arm -> arm.row).toArray());
    }
    while (true) {
      if (control.cancellation().isRequested()) {
        arms.stream().filter(arm -> arm.answer.running()).forEach(this::cancel);
      }
      List<ArmState> running = arms.stream().filter(arm -> arm.answer.running()).toList();
      if (running.isEmpty()) {
        return;
      }
      running.forEach(this::steerLive);
      StepLines lines = new StepLines(running, widths.of(running));
      long start = System.nanoTime();
      try (StepResult step =
          decoder.step(
              lines.ids(),
              cache,
              lines.spans(),
              lines.twins(),
              sites.next(lines.count(), lines::answer))) {
        costs.took(lines.count(), System.nanoTime() - start);
        take(lines, step);
      }
    }
  }

  /** Takes what a step gave, position by position, as far as the arms were guessed right. */
  private void take(StepLines lines, StepResult step) {
    List<ArmState> right = lines.arms();
    for (int position = 0; !right.isEmpty(); position++) {
      int now = position;
      right.forEach(
          arm -> {
            arm.read();
            arm.note(lines.line(arm, now), step.reports());
          });
      observe(step.logits(), right, right.stream().mapToInt(arm -> lines.line(arm, now)).toArray());
      if (control.cancellation().isRequested()) {
        return;
      }
      right = right.stream().filter(arm -> goesOn(lines, arm, now + 1)).toList();
    }
  }

  /** Whether a position was computed as it would be now that all before it are known. */
  private boolean goesOn(StepLines lines, ArmState arm, int position) {
    if (!arm.answer.running() || !lines.guessed(arm, position, arm.answer.last())) {
      return false;
    }
    steerLive(arm);
    return arm.answer.steeringNext().equals(lines.steering(arm));
  }

  /**
   * Chooses the next token of some arms, and tells what there is to tell.
   *
   * @param lines the line of each in the logits
   */
  private void observe(Logits logits, List<ArmState> some, int[] lines) {
    int[] unsteered = new int[lines.length];
    int[] chosen = request.sampling().plain() ? new int[0] : new int[lines.length];
    for (int i = 0; i < lines.length; i++) {
      ArmState arm = some.get(i);
      unsteered[i] = lines[i] + arm.rows - 1;
      if (arm.sampler != null) {
        chosen[i] = arm.sampler.choose(logits.row(lines[i]));
      }
    }
    List<Observation> seen = decoder.observe(logits, lines, chosen, unsteered, words.of(some));
    for (int i = 0; i < lines.length; i++) {
      tell(some.get(i), seen.get(i));
    }
  }

  private void tell(ArmState arm, Observation token) {
    requireNumber(arm, token);
    TokenEvent event = arm.append(token, (System.nanoTime() - began) / 1e9, model.tokenizer());
    if (event != null) {
      listener.onToken(event);
    }
    if (!arm.answer.running()) {
      listener.onArmEnd(arm.index, arm.answer.stopReason());
    }
  }

  private static void requireNumber(ArmState arm, Observation token) {
    if (Double.isNaN(token.logProbability())) {
      throw new FaultException(
          Texts.of(
              "The model computes no number for token %d of the answer '%s': %s.",
              arm.answer.size() + 1,
              arm.arm.name(),
              arm.arm.isSteered() ? "it is steered too strongly" : "its weights are broken"));
    }
  }

  private void steerLive(ArmState arm) {
    List<Steering> live = control.steeringOf(arm.index);
    if (live != null && arm.rows > 1 && !live.equals(arm.answer.steerings())) {
      live.forEach(s -> SteeringCheck.against(model.info(), s));
      listener.onSteered(arm.index, arm.steer(live));
    }
  }

  private void cancel(ArmState arm) {
    arm.answer.cancel();
    listener.onArmEnd(arm.index, StopReason.CANCELLED);
  }

  private List<Trace> traces() {
    List<Trace> traces = new ArrayList<>();
    Map<ArmState, WordShifts> shifts = words.shifts(model.tokenizer());
    try (Sites none = decoder.sites(List.of())) {
      for (ArmState arm : arms) {
        int[] ids = arm.answer.ids();
        double[] alone = ids.length < 2 ? new double[0] : decoder.nll(ids, none);
        traces.add(
            arm.trace(
                alone, request.prompt().opensBlock(), shifts.getOrDefault(arm, WordShifts.NONE)));
      }
    }
    return traces;
  }
}
