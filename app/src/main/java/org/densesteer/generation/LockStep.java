package org.densesteer.generation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.densesteer.model.decoder.Decoder;
import org.densesteer.model.decoder.KvCache;
import org.densesteer.model.decoder.Logits;
import org.densesteer.model.decoder.Observation;
import org.densesteer.model.decoder.PromptStates;
import org.densesteer.model.decoder.Sites;
import org.densesteer.model.decoder.StepResult;
import org.densesteer.steering.Steering;
import org.jspecify.annotations.Nullable;

/**
 * One run: all arms are rows of one batch and grow a token at a time. Below the arms' rows lies an
 * unsteered twin for every arm that can be steered; it reads the arm's own text, and its logits
 * give the token's NLL and the KL divergence under the unsteered model.
 */
final class LockStep {

  private final LoadedModel model;
  private final Decoder decoder;
  private final GenerationRequest request;
  private final RunListener listener;
  private final RunControl control;
  private final int room;
  private final List<ArmState> arms = new ArrayList<>();
  private final int rows;
  private final int[] twins;
  private int computedBlocks;

  LockStep(LoadedModel model, GenerationRequest request, RunListener listener, RunControl control) {
    this.model = model;
    decoder = model.decoder();
    this.request = request;
    this.listener = listener;
    this.control = control;
    room = decoder.checkpoint().config().maxPositions() - request.prompt().tokenIds().length;
    Answer.Limits limits =
        new Answer.Limits(
            request.ignoreEndOfText() ? Set.of() : decoder.checkpoint().endOfText(),
            mostTokens(),
            id -> false);
    int next = request.arms().size();
    for (Arm arm : request.arms()) {
      arm.steerings().forEach(s -> SteeringCheck.against(model.info(), s));
      int twin = arm.steerings().isEmpty() ? arms.size() : next++;
      Answer answer = new Answer(arm.steerings(), limits, model.tokenizer());
      Sampler sampler =
          request.sampling().plain()
              ? null
              : Sampler.of(request.sampling(), request.prompt().tokenIds());
      arms.add(new ArmState(arm, arms.size(), twin, sampler, answer));
    }
    rows = next;
    twins = new int[rows];
    Arrays.setAll(twins, row -> row < arms.size() ? arms.get(row).twin : row);
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
    try (KvCache cache = decoder.newCache(rows, prompt.length() + mostTokens());
        RowSites sites = new RowSites(decoder)) {
      Logits logits = readPrompt(prompt, cache, sites);
      listener.onPrompt(
          new PromptReport(
              computedBlocks, (System.nanoTime() - startNanos) / 1e6, prompt.hiddenNorms()));
      generate(cache, logits, prompt.length(), sites);
    }
    return traces();
  }

  private Logits readPrompt(PromptStates prompt, KvCache cache, RowSites sites) {
    List<Logits> parts = new ArrayList<>();
    List<StepResult> own = new ArrayList<>();
    try {
      for (int row = 0; row < rows; row++) {
        Answer answer = answer(row);
        List<Steering> steerings = answer == null ? List.of() : answer.steerings();
        StepResult read =
            sites.readPrompt(
                prompt,
                steerings,
                cache,
                row,
                0,
                new ReadingWatch(listener, control.cancellation()));
        if (read == null) {
          parts.add(prompt.logits());
        } else {
          own.add(read);
          parts.add(read.logits());
          arms.get(row).note(0, read.reports());
          int lowest = read.reports().get(0).layer();
          computedBlocks += decoder.checkpoint().config().layers() - 1 - lowest;
        }
      }
      return Logits.stack(parts);
    } finally {
      own.forEach(StepResult::close);
    }
  }

  /** The answer that a row writes; null for a twin. */
  private @Nullable Answer answer(int row) {
    return row < arms.size() ? arms.get(row).answer : null;
  }

  private void generate(KvCache cache, Logits first, int promptLength, RowSites sites) {
    int[] starts = new int[rows];
    int[] ids = new int[rows];
    long began = System.nanoTime();
    Logits logits = first;
    try {
      for (int at = promptLength; ; at++) {
        observe(logits, began);
        if (control.cancellation().isRequested()) {
          arms.stream().filter(arm -> arm.answer.running()).forEach(this::cancel);
        }
        if (arms.stream().noneMatch(arm -> arm.answer.running())) {
          return;
        }
        steerLive();
        for (ArmState arm : arms) {
          ids[arm.row] = arm.answer.last();
          ids[arm.twin] = arm.answer.last();
        }
        Sites now = sites.next(rows, this::answer);
        StepResult step = decoder.step(ids, cache, at, starts, now);
        logits.close();
        logits = step.logits();
        arms.forEach(arm -> arm.note(arm.row, step.reports()));
      }
    } finally {
      logits.close();
    }
  }

  /** Chooses the next token of every arm that goes on, and tells what there is to tell. */
  private void observe(Logits logits, long began) {
    List<Observation> seen = decoder.observe(logits, choose(logits), twins);
    for (ArmState arm : arms) {
      if (!arm.answer.running()) {
        continue;
      }
      Observation token = seen.get(arm.row);
      requireNumber(arm, token);
      TokenEvent event = arm.append(token, (System.nanoTime() - began) / 1e9, model.tokenizer());
      if (event != null) {
        listener.onToken(event);
      }
      if (!arm.answer.running()) {
        listener.onArmEnd(arm.row, arm.answer.stopReason());
      }
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

  /** Tokens of all rows; empty when the most likely ones are taken. */
  private int[] choose(Logits logits) {
    if (request.sampling().plain()) {
      return new int[0];
    }
    int[] chosen = new int[rows];
    for (ArmState arm : arms) {
      Sampler sampler = arm.sampler;
      if (sampler != null && arm.answer.running()) {
        chosen[arm.row] = sampler.choose(logits.row(arm.row));
        chosen[arm.twin] = chosen[arm.row];
      }
    }
    return chosen;
  }

  private void steerLive() {
    for (ArmState arm : arms) {
      List<Steering> live = control.steeringOf(arm.row);
      if (live != null
          && arm.answer.running()
          && arm.twin != arm.row
          && !live.equals(arm.answer.steerings())) {
        live.forEach(s -> SteeringCheck.against(model.info(), s));
        listener.onSteered(arm.row, arm.steer(live));
      }
    }
  }

  private void cancel(ArmState arm) {
    arm.answer.cancel();
    listener.onArmEnd(arm.row, StopReason.CANCELLED);
  }

  private List<Trace> traces() {
    List<Trace> traces = new ArrayList<>();
    try (Sites none = decoder.sites(List.of())) {
      for (ArmState arm : arms) {
        int[] ids = arm.answer.ids();
        double[] alone = ids.length < 2 ? new double[0] : decoder.nll(ids, none);
        traces.add(arm.trace(alone, request.prompt().opensBlock()));
      }
    }
    return traces;
  }
}
