package org.densesteer.generation;

import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.densesteer.model.TokenText;
import org.densesteer.model.Tokenizer;
import org.densesteer.steering.Steering;
import org.densesteer.steering.Steps;
import org.jspecify.annotations.Nullable;

/**
 * One answer while it grows, in the window's runs and in a sweep.
 *
 * <p>The end-of-text token that ends an answer is not one of its tokens: no list of ids, no count
 * and no NLL holds it; where end of text is ignored, such a token is one like any other.
 */
public final class Answer {

  private final Limits limits;
  private final TokenText text;
  private final Steps steps = new Steps();
  private List<Steering> steerings;
  private String added = "";
  private int last;
  private @Nullable StopReason stopped;

  /**
   * Where an answer ends.
   *
   * @param ends tokens that end a text; empty to ignore them
   * @param most most tokens it may have
   * @param watch takes each of its tokens and says whether it should end there
   */
  public record Limits(Set<Integer> ends, int most, IntPredicate watch) {}

  /** Begins an answer. */
  public Answer(List<Steering> steerings, Limits limits, Tokenizer tokenizer) {
    this.steerings = steerings;
    this.limits = limits;
    text = new TokenText(tokenizer);
  }

  /**
   * Takes the token that was chosen.
   *
   * @return whether it is one of the answer's tokens, not the end of its text
   */
  public boolean append(int id) {
    last = id;
    if (limits.ends.contains(id)) {
      stopped = StopReason.END_OF_TEXT;
      return false;
    }
    added = text.append(id);
    steps.append(added);
    if (limits.watch.test(id) || size() >= limits.most) {
      stopped = StopReason.LENGTH;
    }
    return true;
  }

  /** Ends the answer as it is. */
  void cancel() {
    stopped = StopReason.CANCELLED;
  }

  /** Whether further tokens may come. */
  public boolean running() {
    return stopped == null;
  }

  /** Why it ended; cancelled while it still could go on. */
  public StopReason stopReason() {
    return stopped == null ? StopReason.CANCELLED : stopped;
  }

  /** What is added to its hidden states, where its positions say so. */
  public List<Steering> steerings() {
    return steerings;
  }

  /** Replaces what is added to its hidden states from its very next token on. */
  void steer(List<Steering> live) {
    steerings = live;
  }

  /** Those that steer the hidden state that is computed next; none of an answer that has ended. */
  List<Steering> steeringNext() {
    return steerings.stream()
        .filter(s -> running() && s.active() && s.positions().atStep(steps.next()))
        .toList();
  }

  /** The token that was chosen last, which the model reads next. */
  public int last() {
    return last;
  }

  /** What the last of its tokens added to its text; empty while a character is incomplete. */
  String added() {
    return added;
  }

  /** Number of its tokens. */
  public int size() {
    return text.size();
  }

  /** Its tokens. */
  public int[] ids() {
    return text.ids();
  }

  /** Offset in its text after what each of its tokens added. */
  public int[] textEnds() {
    return text.ends();
  }

  /** Its text, special tokens left out. */
  public String text() {
    return text.whole();
  }
}
