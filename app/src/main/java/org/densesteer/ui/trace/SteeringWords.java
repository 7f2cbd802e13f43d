package org.densesteer.ui.trace;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.densesteer.common.Texts;
import org.densesteer.notebook.RunChange;
import org.densesteer.notebook.RunSteering;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Positions;
import org.densesteer.ui.common.Numbers;

/** What steers an arm, in few words and in full. */
final class SteeringWords {

  private SteeringWords() {}

  /** Such as {@code ℓ 5 · λ +0.4}, or {@code mix of 2 · ℓ 3, 5}; empty for an unsteered arm. */
  static String compact(List<RunSteering> steerings) {
    if (steerings.isEmpty()) {
      return "";
    }
    if (steerings.size() > 1) {
      return Texts.of("mix of %d · ℓ %s", steerings.size(), layers(steerings));
    }
    RunSteering only = steerings.get(0);
    String how =
        only.operator() == Operator.ABLATE
            ? Texts.of("ℓ %d · ablate", only.layer())
            : Texts.of("ℓ %d · λ %s", only.layer(), Numbers.signed(only.strength()));
    return only.gate().constant() ? how : how + " · " + only.gate().brief();
  }

  private static String layers(List<RunSteering> steerings) {
    return steerings.stream()
        .map(RunSteering::layer)
        .distinct()
        .sorted()
        .map(String::valueOf)
        .collect(Collectors.joining(", "));
  }

  /**
   * The same where it was steered anew: {@code ℓ 5 · λ +1.60 → +0.30 at token 480}. Of several
   * changes only the last one's token is told, and how many there were. Tokens are counted from 1.
   */
  static String compact(List<RunSteering> first, List<RunChange> changes) {
    if (changes.isEmpty()) {
      return compact(first);
    }
    RunChange last = changes.get(changes.size() - 1);
    String before = compact(first);
    String after = compact(last.steerings());
    String common =
        isStrengthAlone(first, last.steerings())
            ? strengths(first, last.steerings(), ", ").replace("λ ", "")
            : after;
    String between = changes.size() == 1 ? " → " : " → … → ";
    return (before.isEmpty() ? "unsteered" : before)
        + between
        + (common.isEmpty() ? "unsteered" : common)
        + Texts.of(" at token %d", last.token() + 1);
  }

  /** What became of a steering, to stand beside its mark: the new strengths, or all of it. */
  static String mark(List<RunSteering> before, List<RunSteering> after) {
    return isStrengthAlone(before, after) ? strengths(before, after, "\n") : compact(after);
  }

  /**
   * The strengths that are others, {@code λ +0.30}; of a mix with their layers, {@code ℓ5 +0.30}.
   */
  private static String strengths(
      List<RunSteering> before, List<RunSteering> after, String between) {
    return IntStream.range(0, after.size())
        .filter(i -> after.size() == 1 || before.get(i).strength() != after.get(i).strength())
        .mapToObj(after::get)
        .map(
            each ->
                (after.size() == 1 ? "λ " : "ℓ" + each.layer() + " ")
                    + Numbers.signed(each.strength()))
        .collect(Collectors.joining(between));
  }

  private static boolean isStrengthAlone(List<RunSteering> before, List<RunSteering> after) {
    return !after.isEmpty()
        && before.size() == after.size()
        && IntStream.range(0, after.size())
            .allMatch(i -> isStrengthAlone(before.get(i), after.get(i)))
        && (after.size() == 1 ? after.get(0).operator() != Operator.ABLATE : !before.equals(after));
  }

  private static boolean isStrengthAlone(RunSteering before, RunSteering after) {
    return after.operator() == before.operator()
        && (after.operator() != Operator.ABLATE || before.equals(after))
        && before.layer() == after.layer()
        && before.gate().equals(after.gate())
        && before.vectorHash().equals(after.vectorHash());
  }

  /** A line for each vector, and for each change with what it changed to. */
  static String full(List<RunSteering> first, List<RunChange> changes) {
    StringBuilder lines = new StringBuilder(full(first));
    for (RunChange change : changes) {
      lines
          .append(lines.isEmpty() ? "" : "\n")
          .append(Texts.of("from token %d on: ", change.token() + 1))
          .append(full(change.steerings()).replace("\n", "; "));
    }
    return lines.toString();
  }

  /** A line for each vector with its layer, strength, operator and positions. */
  static String full(List<RunSteering> steerings) {
    return steerings.stream().map(SteeringWords::line).collect(Collectors.joining("\n"));
  }

  private static String line(RunSteering steering) {
    StringBuilder line =
        new StringBuilder(steering.vector()).append(" at layer ").append(steering.layer());
    if (steering.operator() != Operator.ABLATE) {
      line.append(", λ ").append(Numbers.signed(steering.strength()));
    }
    if (steering.operator() != Operator.ADD) {
      line.append(", ").append(steering.operator().words());
    }
    if (!steering.positions().equals(Positions.EVERYWHERE)) {
      line.append(", ").append(steering.positions().words());
    }
    if (!steering.gate().constant()) {
      line.append(", ").append(steering.gate().words());
    }
    return line.toString();
  }
}
