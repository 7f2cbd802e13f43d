package org.densesteer.generation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.densesteer.common.FaultException;
import org.densesteer.model.Tokenizer;
import org.densesteer.model.decoder.Decoder;
import org.densesteer.model.decoder.KvCache;
import org.densesteer.model.decoder.Logits;
import org.densesteer.model.decoder.Observation;
import org.densesteer.model.decoder.PromptStates;
import org.densesteer.model.decoder.SiteReport;
import org.densesteer.model.decoder.Sites;
import org.densesteer.model.decoder.StepResult;
import org.densesteer.steering.Steering;

/**
 * One run: all arms are rows of one batch and grow a token at a time. Below the arms' rows lies an
 * unsteered twin for every arm that can be steered; it reads the arm's own text, and its logits
 * give the token's NLL and the KL divergence under the unsteered model.
 */
final class LockStep {

  private final Decoder decoder;
  private final Tokenizer tokenizer;
  private final GenerationRequest request;
  private final RunListener listener;
  private final RunControl control;
  private final List<ArmState> arms = new ArrayList<>();
  private final int rows;
  private final int[] twins;
  private int computedBlocks;

  LockStep(
      Decoder decoder,
      Tokenizer tokenizer,
      GenerationRequest request,
      RunListener listener,
      RunControl control) {
    this.decoder = decoder;
    this.tokenizer = tokenizer;
    this.request = request;
    this.listener = listener;
    this.control = control;
    int next = request.arms().size();
    for (Arm arm : request.arms()) {
      arm.steerings().forEach(s -> SteeringCheck.against(decoder, s));
      int twin = arm.steerings().isEmpty() ? arms.size() : next++;
      arms.add(new ArmState(arm, arms.size(), twin, request.sampling(), tokenizer));
    }
    rows = next;
    twins = new int[rows];
    Arrays.setAll(twins, row -> row < arms.size() ? arms.get(row).twin : row);
  }

  /**
   * Runs to the end.
   *
   * @param prompt the unsteered prompt
   * @param alreadyComputed blocks that were computed to get it
   * @param startNanos when the run began
   */
  List<Trace> run(PromptStates prompt, int alreadyComputed, long startNanos) {
    int room = decoder.checkpoint().config().maxPositions() - prompt.length();
    if (room < 1) {
      throw new FaultException(
          "The prompt has %d tokens, which leaves the model no room to answer."
              .formatted(prompt.length()));
    }
    int most = Math.min(request.maxNewTokens(), room);
    computedBlocks = alreadyComputed;
    try (KvCache cache = decoder.newCache(rows, prompt.length() + most)) {
      Logits logits = readPrompt(prompt, cache);
      listener.onPrompt(
          new PromptReport(
              computedBlocks, (System.nanoTime() - startNanos) / 1e6, prompt.hiddenNorms()));
      generate(cache, logits, prompt.length(), most);
    }
    return traces();
  }

  private Logits readPrompt(PromptStates prompt, KvCache cache) {
    List<Logits> parts = new ArrayList<>();
    List<Logits> own = new ArrayList<>();
    try {
      for (int row = 0; row < rows; row++) {
        List<Steering> steerings =
            row < arms.size() ? SiteBuilder.onPrompt(arms.get(row).steerings) : List.of();
        if (steerings.isEmpty()) {
          decoder.place(prompt, cache, row, 0);
          parts.add(prompt.logits());
        } else {
          Logits steered = rereadPrompt(prompt, cache, arms.get(row), steerings);
          own.add(steered);
          parts.add(steered);
        }
      }
      return Logits.stack(parts);
    } finally {
      own.forEach(Logits::close);
    }
  }

  private Logits rereadPrompt(
      PromptStates prompt, KvCache cache, ArmState arm, List<Steering> steerings) {
    try (Sites sites = decoder.sites(SiteBuilder.oneRow(steerings, prompt.length()))) {
      StepResult result = decoder.rereadSteered(prompt, sites, cache, arm.row, 0);
      computedBlocks += decoder.checkpoint().config().layers() - 1 - sites.list().get(0).layer();
      note(arm, 0, result.reports());
      return result.logits();
    }
  }

  private void generate(KvCache cache, Logits first, int promptLength, int most) {
    Set<Integer> ends = request.ignoreEndOfText() ? Set.of() : decoder.checkpoint().endOfText();
    int[] starts = new int[rows];
    int[] ids = new int[rows];
    long began = System.nanoTime();
    Logits logits = first;
    try (RunSites sites = new RunSites(decoder)) {
      for (int index = 0; ; index++) {
        observe(logits, ends, index + 1 >= most, began);
        if (control.cancellation().isRequested()) {
          arms.stream().filter(ArmState::running).forEach(a -> end(a, StopReason.CANCELLED));
        }
        if (arms.stream().noneMatch(ArmState::running)) {
          return;
        }
        steerLive();
        for (ArmState arm : arms) {
          ids[arm.row] = arm.nextToken;
          ids[arm.twin] = arm.nextToken;
        }
        Sites now = sites.at(steeredRows(), rows);
        StepResult step = decoder.step(ids, cache, promptLength + index, starts, now);
        logits.close();
        logits = step.logits();
        arms.forEach(arm -> note(arm, arm.row, step.reports()));
      }
    } finally {
      logits.close();
    }
  }

  private List<RowSteering> steeredRows() {
    List<RowSteering> wanted = new ArrayList<>();
    for (ArmState arm : arms) {
      for (Steering steering : arm.steerings) {
        if (arm.running() && arm.steersNext(steering)) {
          wanted.add(new RowSteering(arm.row, steering));
        }
      }
    }
    return wanted;
  }

  /** Chooses every arm's next token, tells it, and ends the arms that are done. */
  private void observe(Logits logits, Set<Integer> ends, boolean last, long began) {
    List<Observation> seen = decoder.observe(logits, choose(logits), twins);
    for (ArmState arm : arms) {
      if (!arm.running()) {
        continue;
      }
      Observation token = seen.get(arm.row);
      requireNumber(arm, token);
      arm.nextToken = token.tokenId();
      arm.seconds = (System.nanoTime() - began) / 1e9;
      if (ends.contains(token.tokenId())) {
        end(arm, StopReason.END_OF_TEXT);
        continue;
      }
      listener.onToken(arm.append(token, tokenizer));
      if (last) {
        end(arm, StopReason.LENGTH);
      }
    }
  }

  private static void requireNumber(ArmState arm, Observation token) {
    if (Double.isNaN(token.logProbability())) {
      throw new FaultException(
          "The model computes no number for token %d of the answer '%s': %s."
              .formatted(
                  arm.tokens.size() + 1,
                  arm.arm.name(),
                  arm.arm.isSteered() ? "it is steered too strongly" : "its weights are broken"));
    }
  }

  /** Tokens of all rows when they are drawn; empty when the most likely ones are taken. */
  private int[] choose(Logits logits) {
    if (request.sampling().greedy()) {
      return new int[0];
    }
    int[] chosen = new int[rows];
    for (ArmState arm : arms) {
      Sampler sampler = arm.sampler;
      if (sampler != null && arm.running()) {
        chosen[arm.row] = sampler.choose(logits.row(arm.row));
        chosen[arm.twin] = chosen[arm.row];
      }
    }
    return chosen;
  }

  private void steerLive() {
    for (ArmState arm : arms) {
      List<Steering> live = control.steeringOf(arm.index);
      if (live != null && arm.twin != arm.row && !live.equals(arm.steerings)) {
        live.forEach(s -> SteeringCheck.against(decoder, s));
        arm.steerings = live;
      }
    }
  }

  private static void note(ArmState arm, int row, List<SiteReport> reports) {
    arm.push = 0;
    arm.alignment = Double.NaN;
    if (arm.steerings.isEmpty()) {
      return;
    }
    int layer = arm.steerings.get(0).layer();
    for (SiteReport report : reports) {
      arm.push = Math.max(arm.push, report.change()[row]);
      if (report.layer() == layer && Double.isNaN(arm.alignment)) {
        arm.alignment = report.alignment()[row];
      }
    }
  }

  private void end(ArmState arm, StopReason reason) {
    arm.stopped = reason;
    listener.onArmEnd(arm.index, reason);
  }

  private List<Trace> traces() {
    List<Trace> traces = new ArrayList<>();
    try (Sites none = decoder.sites(List.of())) {
      for (ArmState arm : arms) {
        int[] ids = arm.tokens.stream().mapToInt(TokenEvent::tokenId).toArray();
        double[] alone = ids.length < 2 ? new double[0] : decoder.nll(ids, none);
        traces.add(arm.trace(alone, request.prompt().opensBlock()));
      }
    }
    return traces;
  }
}
