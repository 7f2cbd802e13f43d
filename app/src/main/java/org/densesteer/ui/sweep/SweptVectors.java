package org.densesteer.ui.sweep;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.densesteer.common.FaultException;
import org.densesteer.evaluation.plan.SweepGate;
import org.densesteer.evaluation.plan.SweepOrigin;
import org.densesteer.evaluation.plan.SweepPlan;
import org.densesteer.evaluation.plan.SweepSubject;
import org.densesteer.steering.Gate;
import org.densesteer.steering.GateText;
import org.densesteer.steering.Probe;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorGate;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.TaskRunner;
import org.densesteer.ui.settings.Source;
import org.densesteer.ui.steering.OpenedVector;
import org.densesteer.ui.steering.SteeringViewModel;
import org.densesteer.ui.steering.VectorInUse;
import org.jspecify.annotations.Nullable;

/**
 * Finds the vector of a sweep and its gate again: what is in use where it is the same, else from
 * files.
 */
final class SweptVectors {

  private final SteeringViewModel steering;
  private final Function<Source, OpenedVector> reader;
  private final TaskRunner tasks;
  private final Notices notices;
  private @Nullable VectorInUse last;

  /**
   * Creates the finder.
   *
   * @param reader reads a vector; called on a background thread
   */
  SweptVectors(
      SteeringViewModel steering,
      Function<Source, OpenedVector> reader,
      TaskRunner tasks,
      Notices notices) {
    this.steering = steering;
    this.reader = reader;
    this.tasks = tasks;
    this.notices = notices;
  }

  /** Hands the vector on, at once or when its file is read; says why where there is none. */
  void find(SweepPlan plan, SweepOrigin origin, Consumer<VectorInUse> then) {
    VectorInUse present = steering.stateProperty().get().vector();
    if (isOf(plan, present)) {
      then.accept(present);
    } else if (isOf(plan, last)) {
      then.accept(last);
    } else {
      Source source = Source.vector(origin.vectorSource());
      tasks.start(
          "Reading " + origin.vectorName(),
          (progress, cancellation) -> read(plan, origin, source),
          found -> {
            last = found;
            then.accept(found);
          },
          notices::fail);
    }
  }

  /**
   * Hands on how the strengths of a sweep follow its answers. A probe is that of the vector or of
   * the panel where it is the same, else it is read from the file that the sweep's command names;
   * says why where there is none.
   */
  void findGate(SweepPlan plan, SweepOrigin origin, SteeringVector vector, Consumer<Gate> then) {
    SweepGate planned = plan.decoding().gate();
    List<Gate> known = List.of(VectorGate.of(vector), steering.stateProperty().get().gate().gate());
    String named = origin.argument("--gate").orElse("");
    Gate found;
    try {
      found = SweepGate.among(planned, known);
    } catch (FaultException e) {
      if (named.isEmpty()) {
        notices.fail(e);
      } else {
        readGate(plan, origin, named, then);
      }
      return;
    }
    then.accept(found);
  }

  private void readGate(SweepPlan plan, SweepOrigin origin, String named, Consumer<Gate> then) {
    tasks.start(
        "Reading the probe of " + origin.vectorName(),
        (progress, cancellation) ->
            SweepGate.among(plan.decoding().gate(), List.of(GateText.parse(named, this::probe))),
        then,
        notices::fail);
  }

  private Probe probe(String file, int layer) {
    return new Probe(reader.apply(Source.vector(file)).vector(), layer);
  }

  private VectorInUse read(SweepPlan plan, SweepOrigin origin, Source source) {
    VectorInUse read = new VectorInUse(source, reader.apply(source).vector());
    if (!isOf(plan, read)) {
      throw new FaultException(
          "The vector in "
              + origin.vectorSource()
              + " is not the one that was swept: it was changed since.");
    }
    return read;
  }

  private static boolean isOf(SweepPlan plan, @Nullable VectorInUse vector) {
    return vector != null
        && SweepSubject.fingerprint(vector.vector()).equals(plan.subject().vector());
  }
}
