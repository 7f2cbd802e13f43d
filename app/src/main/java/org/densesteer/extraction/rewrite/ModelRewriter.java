package org.densesteer.extraction.rewrite;

import java.util.List;
import org.densesteer.chat.ChatFrame;
import org.densesteer.chat.TemplateVariables;
import org.densesteer.common.Cancellation;
import org.densesteer.common.FaultException;
import org.densesteer.common.Progress;
import org.densesteer.common.Texts;
import org.densesteer.extraction.ExtractionModel;
import org.densesteer.extraction.PairDraft;

/**
 * Asks a model to merge steps, by the instruction that DenseSteer (Ouyang, Lin and Kim, 2026)
 * describes: merge two adjacent steps where it is natural, keep meaning, numbers and final answer,
 * add nothing. The model may be the steered one or another.
 */
public final class ModelRewriter implements Rewriter {

  private static final int AT_ONCE = 8;

  /** Room for an answer as long as the sparse one and half as long again. */
  private static final double ROOM = 1.5;

  private static final int LEAST_ROOM = 64;

  private static final String INSTRUCTION =
      """
      Below are a problem and a solution whose steps are separated by blank lines. Rewrite the \
      solution so that it has fewer steps: merge two adjacent steps into one wherever that reads \
      naturally. Keep the meaning, every number and the final answer as they are. Add no new \
      reasoning, no new numbers and no comments. Separate the steps by blank lines. Write only \
      the rewritten solution.

      Problem:
      %s

      Solution:
      %s

      Rewritten solution:\
      """;

  private final ExtractionModel model;
  private final ChatFrame frame;

  /**
   * Rewrites with a loaded model.
   *
   * @param variables what its chat template is given beside the messages
   */
  public ModelRewriter(ExtractionModel model, TemplateVariables variables) {
    this.model = model;
    this.frame = new ChatFrame(null, variables);
  }

  /** What the model is asked. */
  static String request(PairDraft draft) {
    return Texts.of(INSTRUCTION, draft.question().strip(), draft.sparse().strip());
  }

  /**
   * {@inheritDoc} An answer that was cut off counts as none.
   *
   * @throws FaultException when a request is too long for the model
   */
  @Override
  public void rewrite(
      List<PairDraft> drafts, Listener listener, Progress progress, Cancellation cancellation) {
    for (int from = 0; from < drafts.size(); from += AT_ONCE) {
      cancellation.check();
      progress.update(
          Texts.of("Rewriting answer %d of %d", from + 1, drafts.size()),
          (double) from / drafts.size());
      int start = from;
      List<PairDraft> batch = drafts.subList(from, Math.min(from + AT_ONCE, drafts.size()));
      model.answer(
          batch.stream().map(draft -> model.prompt(frame, request(draft))).toList(),
          room(batch),
          (chat, text, whole) -> listener.onRewrite(start + chat, whole ? text.strip() : ""),
          cancellation);
    }
    progress.update("Rewrote " + drafts.size() + " answers", 1);
  }

  private int room(List<PairDraft> batch) {
    int longest =
        batch.stream().mapToInt(draft -> model.countTokens(draft.sparse())).max().orElse(0);
    return LEAST_ROOM + (int) Math.ceil(ROOM * longest);
  }
}
