package org.densesteer.ui.copies;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.densesteer.evaluation.plan.SweepSubject;
import org.densesteer.notebook.RunSteering;
import org.densesteer.notebook.RunVector;
import org.densesteer.notebook.VectorsAtHand;
import org.densesteer.ui.steering.SteeringViewModel;
import org.densesteer.ui.steering.VectorInUse;

/** The vectors that were in use since the window opened, the last ones of them. */
public final class VectorsSeen implements VectorsAtHand {

  private static final int MOST = 32;

  private final Map<String, VectorInUse> seen =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, VectorInUse> eldest) {
          return size() > MOST;
        }
      };

  /** Keeps the vectors of a steering panel from now on. */
  public VectorsSeen(SteeringViewModel steering) {
    steering.stateProperty().subscribe(state -> state.vectors().forEach(this::keep));
  }

  private void keep(VectorInUse vector) {
    if (seen.values().stream().noneMatch(kept -> kept.vector() == vector.vector())) {
      seen.put(SweepSubject.fingerprint(vector.vector()), vector);
    }
  }

  private Optional<VectorInUse> of(String hash) {
    return Optional.ofNullable(seen.get(hash));
  }

  @Override
  public Optional<String> file(RunVector wanted) {
    return of(wanted.hash())
        .map(known -> known.source().path() == null ? "sample" : known.source().path().toString());
  }

  @Override
  public Optional<float[]> direction(RunSteering wanted) {
    return of(wanted.vectorHash()).map(known -> known.vector().direction(wanted.layer()));
  }
}
