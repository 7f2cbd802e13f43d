package org.densesteer.extraction;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.densesteer.chat.ChatFrame;
import org.densesteer.common.Cancellation;
import org.densesteer.common.Futures;
import org.densesteer.generation.ModelSession;
import org.densesteer.generation.StopReason;
import org.densesteer.generation.batch.AnswerRequest;
import org.densesteer.generation.batch.BatchJob;
import org.densesteer.generation.batch.BatchRequest;
import org.densesteer.model.ModelInfo;

/** A model session as extraction uses it. Does not own the session. */
public final class SessionModel implements ExtractionModel {

  private final ModelSession session;
  private final Supplier<IntPredicate> watches;

  /**
   * Works with a loaded model.
   *
   * @param watches makes for every answer a watch that takes each of its tokens and says whether to
   *     give the answer up there, such as when it repeats itself without end
   */
  public SessionModel(ModelSession session, Supplier<IntPredicate> watches) {
    this.session = session;
    this.watches = watches;
  }

  @Override
  public ModelInfo info() {
    return session.info();
  }

  @Override
  public int[] encode(String text) {
    return session.tokenizer().encode(text);
  }

  @Override
  public int[] prompt(ChatFrame frame, String userTurn) {
    return session.chatPrompt(frame, userTurn).tokenIds();
  }

  @Override
  public float[][][] read(List<int[]> texts, List<float[]> weights) {
    return Futures.join(session.withDecoder(decoder -> decoder.pooledOutputs(texts, weights)));
  }

  @Override
  public void answer(
      List<int[]> prompts, int maxNewTokens, AnswerListener listener, Cancellation cancellation) {
    List<AnswerRequest> answers =
        prompts.stream().map(ids -> new AnswerRequest(session.rawPrompt(ids), List.of())).toList();
    try (BatchJob job =
        BatchJob.begin(
            session,
            new BatchRequest(
                answers,
                answers.size(),
                maxNewTokens,
                info().generation().repetitionPenalty(),
                watches),
            (chat, answer) ->
                listener.onAnswer(
                    chat, answer.text(), answer.stopReason() == StopReason.END_OF_TEXT))) {
      job.finish(cancellation);
    }
  }
}
