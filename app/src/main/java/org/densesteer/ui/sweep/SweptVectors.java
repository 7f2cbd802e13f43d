package org.densesteer.ui.sweep;

import java.util.function.Consumer;
import java.util.function.Function;
import org.densesteer.common.FaultException;
import org.densesteer.evaluation.plan.SweepOrigin;
import org.densesteer.evaluation.plan.SweepPlan;
import org.densesteer.evaluation.plan.SweepSubject;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.TaskRunner;
import org.densesteer.ui.settings.Source;
import org.densesteer.ui.steering.OpenedVector;
import org.densesteer.ui.steering.SteeringViewModel;
import org.densesteer.ui.steering.VectorInUse;
import org.jspecify.annotations.Nullable;

/** Finds the vector of a sweep again: the one in use where it is the same, else from its file. */
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
