package org.densesteer.ui.trace;

import java.util.List;
import java.util.stream.Collectors;
import org.densesteer.common.Texts;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Positions;
import org.densesteer.steering.Steering;
import org.densesteer.ui.common.Numbers;

/** What steers an arm, in few words and in full. */
final class SteeringWords {

  private SteeringWords() {}

  /** Such as {@code ℓ 5 · λ +0.4}, or {@code mix of 2 · ℓ 3, 5}; empty for an unsteered arm. */
  static String compact(List<Steering> steerings) {
    if (steerings.isEmpty()) {
      return "";
    }
    if (steerings.size() > 1) {
      return Texts.of("mix of %d · ℓ %s", steerings.size(), layers(steerings));
    }
    Steering only = steerings.get(0);
    return only.operator() == Operator.ABLATE
        ? Texts.of("ℓ %d · ablate", only.layer())
        : Texts.of("ℓ %d · λ %s", only.layer(), Numbers.signed(only.strength()));
  }

  private static String layers(List<Steering> steerings) {
    return steerings.stream()
        .map(Steering::layer)
        .distinct()
        .sorted()
        .map(String::valueOf)
        .collect(Collectors.joining(", "));
  }

  /** A line for each vector with its layer, strength, operator and positions. */
  static String full(List<Steering> steerings) {
    return steerings.stream().map(SteeringWords::line).collect(Collectors.joining("\n"));
  }

  private static String line(Steering steering) {
    StringBuilder line =
        new StringBuilder(steering.vector().name()).append(" at layer ").append(steering.layer());
    if (steering.operator() != Operator.ABLATE) {
      line.append(", λ ").append(Numbers.signed(steering.strength()));
    }
    if (steering.operator() != Operator.ADD) {
      line.append(", ").append(steering.operator().words());
    }
    if (!steering.positions().equals(Positions.EVERYWHERE)) {
      line.append(", ").append(steering.positions().words());
    }
    return line.toString();
  }
}
