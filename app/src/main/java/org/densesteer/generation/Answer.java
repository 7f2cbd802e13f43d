package org.densesteer.generation;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.densesteer.model.TokenText;
import org.densesteer.model.Tokenizer;
import org.densesteer.model.decoder.Observation;
import org.densesteer.model.decoder.SiteReport;
import org.densesteer.steering.Applied;
import org.densesteer.steering.CosineGate;
import org.densesteer.steering.Probe;
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
  private final GateView seen = new GateView();
  private List<Probe> probes = List.of();
  private List<Applied> now = List.of();
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
    this.limits = limits;
    text = new TokenText(tokenizer);
    this.steerings = steerings;
    steer(steerings);
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
    seen.grew(size(), steps.finished().size());
    gate();
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
    probes =
        live.stream()
            .map(Steering::gate)
            .filter(CosineGate.class::isInstance)
            .map(gate -> ((CosineGate) gate).probe())
            .distinct()
            .sorted(Comparator.comparingInt(Probe::layer))
            .toList();
    gate();
  }

  private void gate() {
    now = steerings.stream().map(steering -> Applied.of(steering, seen)).toList();
  }

  /** Those that steer the hidden state that is computed next; none of an answer that has ended. */
  List<Applied> steeringNext() {
    return now.stream()
        .filter(s -> running() && s.active() && s.steering().positions().atStep(steps.next()))
        .toList();
  }

  /** Those that steer its prompt. */
  List<Applied> steeringPrompt() {
    return now.stream().filter(s -> s.active() && s.steering().positions().prompt()).toList();
  }

  /** λ·g(t) of the first of its steerings in the pass that gives the next token; 0 without any. */
  double strengthNow() {
    return now.isEmpty() ? 0 : now.get(0).strength();
  }

  /** What its gates compare hidden states with, by layer. */
  List<Probe> probes() {
    return probes;
  }

  /** Whether a gate asks for the probabilities of the next token. */
  public boolean asksProbability() {
    return steerings.stream().anyMatch(s -> s.gate().asksProbability());
  }

  /** Whether its strength follows it. */
  boolean gated() {
    return steerings.stream().anyMatch(s -> !s.gate().constant());
  }

  /** Tells its gates about the unsteered prompt. */
  void sawPrompt(double topProbability) {
    seen.sawPrompt(topProbability);
    gate();
  }

  /**
   * Tells its gates about the hidden states of a pass.
   *
   * @param line its line in the reports
   */
  public void sawHidden(int line, List<SiteReport> reports) {
    if (!probes.isEmpty()) {
      seen.sawHidden(probes, line, reports);
    }
  }

  /** Tells its gates about the next token, which is appended after that. */
  public void saw(Observation token) {
    seen.saw(token);
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
