package org.densesteer.generation;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.densesteer.model.decoder.Span;
import org.densesteer.model.decoder.Twins;
import org.densesteer.steering.Applied;
import org.jspecify.annotations.Nullable;

/**
 * What a step computes: of every arm the position of the token that was chosen last, and behind it
 * those of tokens that its draft guesses. All positions of an arm are steered alike; where the text
 * says otherwise, what was guessed from there on does not count.
 */
final class StepLines {

  /** Lines of an arm: all rows of a position, then those of the next. */
  private record Part(int begin, int[] guesses, List<Applied> steering) {}

  private final List<ArmState> arms;
  private final Map<ArmState, Part> parts = new IdentityHashMap<>();
  private final List<Integer> ids = new ArrayList<>();
  private final List<@Nullable Answer> answers = new ArrayList<>();
  private final List<Span> spans = new ArrayList<>();
  private final List<Integer> leads = new ArrayList<>();

  /**
   * Lines for arms.
   *
   * @param widths positions of each
   */
  StepLines(List<ArmState> arms, int[] widths) {
    this.arms = arms;
    for (int i = 0; i < widths.length; i++) {
      ArmState arm = arms.get(i);
      int[] guesses = arm.draft.guess(widths[i] - 1);
      parts.put(arm, new Part(ids.size(), guesses, arm.answer.steeringNext()));
      add(arm, 0, arm.answer.last());
      for (int j = 0; j < guesses.length; j++) {
        add(arm, j + 1, guesses[j]);
      }
    }
  }

  private void add(ArmState arm, int position, int token) {
    int own = ids.size();
    for (int row = 0; row < arm.rows; row++) {
      ids.add(token);
      leads.add(own);
      answers.add(row == 0 ? arm.answer : null);
    }
    Span span = new Span(arm.row, arm.rows, arm.at() + position);
    Span last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
    if (last != null && last.at() == span.at() && last.row() + last.rows() == span.row()) {
      spans.set(spans.size() - 1, new Span(last.row(), last.rows() + span.rows(), span.at()));
    } else {
      spans.add(span);
    }
  }

  List<ArmState> arms() {
    return arms;
  }

  int count() {
    return ids.size();
  }

  /** The token of every line. */
  int[] ids() {
    return ids.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The lines, neighbours at the same position taken together. */
  List<Span> spans() {
    return spans;
  }

  /**
   * Arms' lines and those of their twins. Where nothing is guessed, all lines are computed: a step
   * of few lines takes as long as one of fewer.
   */
  Twins twins() {
    boolean guesses = parts.values().stream().anyMatch(part -> part.guesses.length > 0);
    int last =
        arms.stream().filter(arm -> arm.rows > 1).mapToInt(ArmState::sameUpTo).min().orElse(-1);
    return guesses
        ? new Twins(leads.stream().mapToInt(Integer::intValue).toArray(), last)
        : Twins.none(count());
  }

  /** The answer that is steered in a line; null for an unsteered row. */
  @Nullable Answer answer(int line) {
    return answers.get(line);
  }

  /** The line of an arm's own row at one of its positions. */
  int line(ArmState arm, int position) {
    return part(arm).begin + position * arm.rows;
  }

  /** Whether there is a line for this token at one of an arm's positions but the first. */
  boolean guessed(ArmState arm, int position, int token) {
    int[] guesses = part(arm).guesses;
    return position <= guesses.length && guesses[position - 1] == token;
  }

  /** What an arm's lines are steered with. */
  List<Applied> steering(ArmState arm) {
    return part(arm).steering;
  }

  private Part part(ArmState arm) {
    Part part = parts.get(arm);
    if (part == null) {
      throw new IllegalArgumentException("an arm without lines");
    }
    return part;
  }
}
