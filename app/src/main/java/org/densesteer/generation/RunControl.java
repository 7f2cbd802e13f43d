package org.densesteer.generation;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.densesteer.common.Cancellation;
import org.densesteer.steering.Steering;
import org.jspecify.annotations.Nullable;

/** What a person can do to a run under way, from any thread: stop it, or steer an arm anew. */
public final class RunControl {

  private final Cancellation cancellation = new Cancellation();
  private final Map<Integer, List<Steering>> live = new ConcurrentHashMap<>();

  /** Stops the run at its next token; what was generated so far is kept. */
  public void cancel() {
    cancellation.request();
  }

  /** The flag that {@link #cancel} raises. */
  public Cancellation cancellation() {
    return cancellation;
  }

  /** Replaces what is added to an arm's hidden states from its very next token on. */
  public void steer(int arm, List<Steering> steerings) {
    live.put(arm, List.copyOf(steerings));
  }

  /** What {@link #steer} last set for the arm, or null. */
  @Nullable List<Steering> steeringOf(int arm) {
    return live.get(arm);
  }
}
