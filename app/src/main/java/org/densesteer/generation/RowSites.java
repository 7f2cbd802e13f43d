package org.densesteer.generation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import org.densesteer.model.decoder.Decoder;
import org.densesteer.model.decoder.KvCache;
import org.densesteer.model.decoder.Observation;
import org.densesteer.model.decoder.PromptStates;
import org.densesteer.model.decoder.PromptWatch;
import org.densesteer.model.decoder.Site;
import org.densesteer.model.decoder.Sites;
import org.densesteer.model.decoder.StepResult;
import org.densesteer.steering.Applied;
import org.densesteer.steering.Probe;
import org.jspecify.annotations.Nullable;

/**
 * What steers the rows of a decoder, first in their prompts and then from step to step. The sites
 * of a step are built anew only when what is steered changes.
 */
public final class RowSites implements AutoCloseable {

  /** What looks at a row and what steers it. */
  private record Row(int row, List<Probe> probes, List<Applied> steering) {}

  private final Decoder decoder;
  private List<Row> built = List.of();
  private int builtRows;
  private @Nullable Sites sites;

  /** Nothing is steered yet. */
  public RowSites(Decoder decoder) {
    this.decoder = decoder;
  }

  /**
   * Reads a prompt into a row, from position {@code at} on.
   *
   * @param prompt the unsteered prompt
   * @param answer the row's answer, which has no token yet
   * @param watch looks on
   * @return what came of the blocks that were computed anew; null when nothing steers the prompt,
   *     so that its own logits are the row's
   */
  public @Nullable StepResult readPrompt(
      PromptStates prompt, Answer answer, KvCache cache, int row, int at, PromptWatch watch) {
    return readPrompts(prompt, List.of(answer), cache, new int[] {row}, at, watch).get(0);
  }

  /**
   * Reads one prompt into several rows, from position {@code at} on, those together that can be.
   *
   * @param answers each row's answer, which has no token yet
   * @return for each what {@link #readPrompt} says
   */
  public List<@Nullable StepResult> readPrompts(
      PromptStates prompt,
      List<Answer> answers,
      KvCache cache,
      int[] rows,
      int at,
      PromptWatch watch) {
    List<Sites> sites = new ArrayList<>();
    List<Integer> steered = new ArrayList<>();
    try {
      for (int i = 0; i < rows.length; i++) {
        Answer answer = answers.get(i);
        look(prompt, answer, cache, rows[i], at, watch);
        List<Applied> onPrompt = answer.steeringPrompt();
        if (onPrompt.isEmpty()) {
          decoder.place(prompt, cache, rows[i], at);
        } else {
          steered.add(i);
          sites.add(decoder.sites(SiteBuilder.oneRow(answer.probes(), onPrompt, prompt.length())));
        }
      }
      int[] steeredRows = steered.stream().mapToInt(i -> rows[i]).toArray();
      List<StepResult> read = decoder.rereadSteered(prompt, sites, cache, steeredRows, at, watch);
      List<@Nullable StepResult> results = new ArrayList<>(Collections.nCopies(rows.length, null));
      for (int i = 0; i < read.size(); i++) {
        answers.get(steered.get(i)).sawHidden(0, read.get(i).reports());
        results.set(steered.get(i), read.get(i));
      }
      return results;
    } finally {
      sites.forEach(Sites::close);
    }
  }

  /** Shows the unsteered prompt to the gates that ask for it. */
  private void look(
      PromptStates prompt, Answer answer, KvCache cache, int row, int at, PromptWatch watch) {
    if (answer.probes().isEmpty() && !answer.asksProbability()) {
      return;
    }
    if (!answer.probes().isEmpty()) {
      List<Site> probes = SiteBuilder.oneRow(answer.probes(), List.of(), prompt.length());
      try (Sites here = decoder.sites(probes);
          StepResult read = decoder.rereadSteered(prompt, here, cache, row, at, watch)) {
        answer.sawHidden(0, read.reports());
      }
    }
    double top = Double.NaN;
    if (answer.asksProbability()) {
      Observation first = decoder.observe(prompt.logits(), new int[0], new int[] {0}).get(0);
      top = Math.exp(first.topLogProbabilities()[0]);
    }
    answer.sawPrompt(top);
  }

  /**
   * Sites for the next step.
   *
   * @param rows rows of the decoder
   * @param answers the answer that grows in a row; null for a row without one
   */
  public Sites next(int rows, IntFunction<@Nullable Answer> answers) {
    List<Row> wanted = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      Answer answer = answers.apply(row);
      if (answer != null) {
        List<Probe> probes = answer.running() ? answer.probes() : List.of();
        List<Applied> steering = answer.steeringNext();
        if (!probes.isEmpty() || !steering.isEmpty()) {
          wanted.add(new Row(row, probes, steering));
        }
      }
    }
    Sites current = sites;
    if (current == null || rows != builtRows || !wanted.equals(built)) {
      close();
      SiteBuilder builder = new SiteBuilder(rows, 1);
      wanted.forEach(w -> w.probes().forEach(probe -> builder.add(w.row(), probe)));
      wanted.forEach(w -> w.steering().forEach(applied -> builder.add(w.row(), applied)));
      current = decoder.sites(builder.build());
      sites = current;
      built = wanted;
      builtRows = rows;
    }
    return current;
  }

  @Override
  public void close() {
    if (sites != null) {
      sites.close();
      sites = null;
    }
  }
}
