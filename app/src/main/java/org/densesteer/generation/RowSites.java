package org.densesteer.generation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.densesteer.model.decoder.Decoder;
import org.densesteer.model.decoder.KvCache;
import org.densesteer.model.decoder.PromptStates;
import org.densesteer.model.decoder.PromptWatch;
import org.densesteer.model.decoder.Sites;
import org.densesteer.model.decoder.StepResult;
import org.densesteer.steering.Steering;
import org.jspecify.annotations.Nullable;

/**
 * What steers the rows of a decoder, first in their prompts and then from step to step. The sites
 * of a step are built anew only when what is steered changes.
 */
public final class RowSites implements AutoCloseable {

  private record Steered(int row, Steering steering) {}

  private final Decoder decoder;
  private List<Steered> built = List.of();
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
   * @param steerings those of the row's answer
   * @param watch looks on
   * @return what came of the blocks that were computed anew; null when nothing steers the prompt,
   *     so that its own logits are the row's
   */
  public @Nullable StepResult readPrompt(
      PromptStates prompt,
      List<Steering> steerings,
      KvCache cache,
      int row,
      int at,
      PromptWatch watch) {
    List<Steering> onPrompt =
        steerings.stream().filter(s -> s.active() && s.positions().prompt()).toList();
    if (onPrompt.isEmpty()) {
      decoder.place(prompt, cache, row, at);
      return null;
    }
    try (Sites here = decoder.sites(SiteBuilder.oneRow(onPrompt, prompt.length()))) {
      return decoder.rereadSteered(prompt, here, cache, row, at, watch);
    }
  }

  /**
   * Sites for the next step.
   *
   * @param rows rows of the decoder
   * @param answers the answer that grows in a row; null for a row without one
   */
  public Sites next(int rows, IntFunction<@Nullable Answer> answers) {
    List<Steered> wanted = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      Answer answer = answers.apply(row);
      if (answer != null) {
        for (Steering steering : answer.steeringNext()) {
          wanted.add(new Steered(row, steering));
        }
      }
    }
    Sites current = sites;
    if (current == null || rows != builtRows || !wanted.equals(built)) {
      close();
      SiteBuilder builder = new SiteBuilder(rows, 1);
      wanted.forEach(w -> builder.add(w.row(), w.steering()));
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
