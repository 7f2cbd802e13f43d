package org.densesteer.ui.stage;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.densesteer.generation.Arm;
import org.densesteer.notebook.Run;
import org.densesteer.notebook.RunArm;
import org.densesteer.ui.compare.ArmTitles;
import org.jspecify.annotations.Nullable;

/** Rounds of answers without names: the present one, and what was said in those before. */
final class BlindRounds {

  private final BooleanSupplier coin;
  private final Clock clock;
  private final List<BlindRound> closed = new ArrayList<>();
  private final ReadOnlyObjectWrapper<@Nullable BlindRound> round = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper revealed = new ReadOnlyBooleanWrapper();
  private String opponent = Arm.BASELINE;

  /**
   * No round yet.
   *
   * @param coin decides which answer stands where
   */
  BlindRounds(BooleanSupplier coin, Clock clock) {
    this.coin = coin;
    this.clock = clock;
  }

  /** Begins a round of a run, after the one that is open; false where it has no two such arms. */
  boolean begin(Run run) {
    close();
    Optional<RunArm> steered = run.arm(Arm.STEERED);
    Optional<RunArm> other = run.arm(opponent).or(run::baseline).or(() -> others(run).findFirst());
    if (steered.isEmpty() || other.isEmpty()) {
      return false;
    }
    round.set(BlindRound.of(run, steered.get(), other.get(), coin.getAsBoolean(), clock.instant()));
    return true;
  }

  private static Stream<RunArm> others(Run run) {
    return run.arms().stream().filter(arm -> !arm.name().equals(Arm.STEERED));
  }

  /** Holds the steered arm against the run's next other arm from now on; its title. */
  Optional<String> nextOpponent(Run run) {
    List<String> names = others(run).map(RunArm::name).toList();
    if (names.isEmpty()) {
      return Optional.empty();
    }
    opponent = names.get((names.indexOf(opponent) + 1) % names.size());
    return Optional.of(ArmTitles.of(opponent));
  }

  /** Counts a vote; false when no round is open. */
  boolean vote(Vote vote) {
    return change(open -> open.with(vote));
  }

  /** Takes the last vote back; false when no round is open. */
  boolean takeBack() {
    return change(BlindRound::withoutLast);
  }

  private boolean change(UnaryOperator<BlindRound> how) {
    BlindRound open = round.get();
    if (open == null || revealed.get()) {
      return false;
    }
    round.set(how.apply(open));
    return true;
  }

  /** Says which answer is whose; false when no round is open. */
  boolean reveal() {
    if (round.get() == null || revealed.get()) {
      return false;
    }
    revealed.set(true);
    return true;
  }

  /** Ends the present round; what was said in it stays. */
  void close() {
    BlindRound open = round.get();
    if (open != null && !open.votes().isEmpty()) {
      closed.add(open);
    }
    round.set(null);
    revealed.set(false);
  }

  /** All rounds with a vote, the present one last. */
  List<BlindRound> rounds() {
    BlindRound open = round.get();
    return Stream.concat(
            closed.stream(), Stream.ofNullable(open).filter(present -> !present.votes().isEmpty()))
        .toList();
  }

  /** What was preferred so far, for each arm that the steered one was held against. */
  List<Tally> tallies() {
    Map<String, List<BlindRound>> byOther = new LinkedHashMap<>();
    for (BlindRound each : rounds()) {
      byOther.computeIfAbsent(each.other().name(), name -> new ArrayList<>()).add(each);
    }
    return byOther.entrySet().stream()
        .map(entry -> new Tally(ArmTitles.of(entry.getKey()), entry.getValue()))
        .toList();
  }

  /** The present round; null for none. */
  ReadOnlyObjectProperty<@Nullable BlindRound> roundProperty() {
    return round.getReadOnlyProperty();
  }

  /** Whether its names were told. */
  ReadOnlyBooleanProperty revealedProperty() {
    return revealed.getReadOnlyProperty();
  }
}
