package org.densesteer.extraction;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.densesteer.chat.ChatFrame;
import org.densesteer.common.Cancellation;
import org.densesteer.common.FaultException;
import org.densesteer.model.ModelInfo;
import org.densesteer.model.checkpoint.GenerationDefaults;

/**
 * A model of two layers whose tokens are characters. The hidden state at a position says which
 * character stands there and where, so that every reading can be worked out by hand.
 */
public final class ScriptedModel implements ExtractionModel {

  /** Number of texts of every pass, in order. */
  public final List<Integer> passes = new ArrayList<>();

  /** Every chat that was answered, in order. */
  public final List<String> asked = new ArrayList<>();

  /** Called before every pass and every batch of answers. */
  public Runnable before = () -> {};

  private final Function<String, String> answers;

  /**
   * Creates a model.
   *
   * @param answers the answer to a chat; one that ends in … counts as cut off
   */
  public ScriptedModel(Function<String, String> answers) {
    this.answers = answers;
  }

  /** A model that is never asked. */
  public ScriptedModel() {
    this(
        chat -> {
          throw new FaultException("The model was asked: " + chat);
        });
  }

  @Override
  public ModelInfo info() {
    return new ModelInfo(
        "scripted",
        Path.of("scripted"),
        "qwen2",
        2,
        2,
        128,
        1000,
        4000,
        "float32",
        "because it is scripted",
        "0123456789abcdef",
        512,
        GenerationDefaults.NONE,
        List.of());
  }

  @Override
  public int[] encode(String text) {
    return text.chars().toArray();
  }

  @Override
  public int[] prompt(ChatFrame frame, String userTurn) {
    return encode(Objects.toString(frame.system(), "") + "<" + userTurn + ">");
  }

  @Override
  public float[][][] read(List<int[]> texts, List<float[]> weights) {
    before.run();
    passes.add(texts.size());
    float[][][] states = new float[2][texts.size()][2];
    for (int text = 0; text < texts.size(); text++) {
      for (int i = 0; i < texts.get(text).length; i++) {
        float weight = weights.get(text)[i];
        states[0][text][0] += weight * texts.get(text)[i];
        states[0][text][1] += weight * i;
        states[1][text][0] -= weight * texts.get(text)[i];
        states[1][text][1] += weight;
      }
    }
    return states;
  }

  @Override
  public void answer(
      List<int[]> prompts, int maxNewTokens, AnswerListener listener, Cancellation cancellation) {
    before.run();
    // Last first: answers come in the order in which they end.
    for (int chat = prompts.size() - 1; chat >= 0; chat--) {
      cancellation.check();
      int[] ids = prompts.get(chat);
      String question = new String(ids, 0, ids.length);
      asked.add(question);
      String answer = answers.apply(question);
      listener.onAnswer(chat, answer, !answer.endsWith("…"));
    }
  }
}
