package org.densesteer.ui.steering;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.densesteer.common.FaultException;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringSum;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.library.Combination;
import org.densesteer.steering.library.VectorNames;
import org.densesteer.ui.common.Notices;

/** All vectors at work as one: written to a file, or kept in the library. */
final class MixFile {

  private final SteeringViewModel steering;
  private final Notices notices;
  private final Clock clock;
  private final Consumer<Steering> export;
  private final Consumer<SteeringVector> keep;

  /**
   * Creates the actions.
   *
   * @param clock tells when the sum was made
   * @param export opens the export of a vector
   * @param keep puts a vector into the library
   */
  MixFile(
      SteeringViewModel steering,
      Notices notices,
      Clock clock,
      Consumer<Steering> export,
      Consumer<SteeringVector> keep) {
    this.steering = steering;
    this.notices = notices;
    this.clock = clock;
    this.export = export;
    this.keep = keep;
  }

  /** Opens the export of the sum, or says why there is none. */
  void export() {
    sum()
        .ifPresent(
            vector -> {
              Recommendation start = Recommendation.of(vector);
              Steering first = SteeringSum.atWork(steering.steerings()).get(0);
              export.accept(
                  new Steering(
                      vector,
                      start.layer(),
                      start.strength(),
                      first.positions(),
                      first.operator(),
                      first.gate()));
            });
  }

  /** Puts the sum into the library, or says why there is none. */
  void keep() {
    sum().ifPresent(keep);
  }

  private Optional<SteeringVector> sum() {
    List<Steering> all = steering.steerings();
    String names =
        SteeringSum.atWork(all).stream()
            .map(each -> each.vector().name())
            .distinct()
            .collect(Collectors.joining(" + "));
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    try {
      return Optional.of(Combination.mixed(VectorNames.cleaned("mix of " + names), all, now));
    } catch (FaultException e) {
      notices.fail(e);
      return Optional.empty();
    }
  }
}
