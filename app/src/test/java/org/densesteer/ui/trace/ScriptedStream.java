package org.densesteer.ui.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.densesteer.generation.Alternative;
import org.densesteer.generation.Arm;
import org.densesteer.generation.StopReason;
import org.densesteer.generation.TokenEvent;
import org.densesteer.generation.Trace;

/** Token events of a text that is known beforehand, as a model would send them. */
public final class ScriptedStream {

  /** Counts words, blank apart: stands for a tokenizer. */
  public static final ToIntFunction<String> WORDS = text -> text.strip().split("\\s+").length;

  /** Eight short steps. */
  public static final String SPARSE =
      "Maya starts with 37 stamps.\n\nThen Maya buys 14 more stamps.\n\nSo we add: 37 + 14 = 51.\n\n"
          + "Then Maya gives away 9 stamps.\n\nSo we subtract: 51 - 9 = 42.\n\n"
          + "Then the number grows 2 times.\n\nSo we multiply: 42 * 2 = 84.\n\n"
          + "Final Answer: \\boxed{84}";

  /** The same in three long ones. */
  public static final String DENSE =
      "Maya buys 14, so 37 + 14 = 51, and after giving away 9, 51 - 9 = 42.\n\n"
          + "After growing 2 times, 42 * 2 = 84.\n\nFinal Answer: \\boxed{84}";

  private ScriptedStream() {}

  /** One event per word, its white space before it; figures from a seed. */
  public static List<TokenEvent> tokens(int arm, String text, long seed) {
    Random random = new Random(seed);
    List<TokenEvent> events = new ArrayList<>();
    for (String piece : text.split("(?<=\\S)(?=\\s)|(?<=\\n)(?=\\S)")) {
      events.add(event(arm, events.size(), piece, random, arm == 0 ? 0 : 2));
    }
    return events;
  }

  /** Words without a meaning, a blank line after every {@code stepLength} tokens. */
  public static List<TokenEvent> words(int count, int stepLength) {
    Random random = new Random(5);
    List<TokenEvent> tokens = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String text = i % stepLength == stepLength - 1 ? ".\n\n" : " word" + i % 10;
      tokens.add(event(0, i, text, random, 0));
    }
    return tokens;
  }

  /** One event with figures of its own. */
  public static TokenEvent event(int arm, int index, String text, Random random, double strength) {
    double nll = Math.pow(random.nextDouble(), 4) * 4;
    double p = Math.exp(-nll);
    List<Alternative> others = new ArrayList<>();
    double rest = p;
    for (int i = 0; i < 5; i++) {
      others.add(new Alternative(text.hashCode() + i, i == 0 ? text : " other" + i, rest));
      rest = (1 - p) * Math.pow(0.4, i + 1);
    }
    return new TokenEvent(
        arm,
        index,
        text.hashCode(),
        text,
        nll,
        p,
        nll < 1 ? 1 : 2,
        arm == 0 ? 0 : Math.pow(random.nextDouble(), 3),
        arm == 0 ? Double.NaN : random.nextDouble() - 0.4,
        arm == 0 ? 0 : 0.18,
        strength,
        others);
  }

  /** The finished trace of such events. */
  public static Trace trace(List<TokenEvent> tokens, StopReason reason) {
    StringBuilder text = new StringBuilder();
    tokens.forEach(token -> text.append(token.text()));
    double[] alone = tokens.stream().skip(1).mapToDouble(token -> token.nll() + 0.1).toArray();
    return new Trace(
        new Arm(tokens.get(0).arm() == 0 ? Arm.BASELINE : Arm.STEERED, List.of()),
        tokens,
        text.toString(),
        reason,
        alone,
        800);
  }
}
