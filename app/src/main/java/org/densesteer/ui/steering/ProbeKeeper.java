package org.densesteer.ui.steering;

import org.densesteer.steering.CosineGate;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.TaskRunner;

/**
 * Gives the probe of the panel's gate a file where it has none, as one out of a vector file, so
 * that settings, commands and sessions can name it.
 */
final class ProbeKeeper {

  private final SteeringViewModel steering;
  private final LaidVectors laid;
  private final TaskRunner tasks;
  private final Notices notices;

  private ProbeKeeper(
      SteeringViewModel steering, LaidVectors laid, TaskRunner tasks, Notices notices) {
    this.steering = steering;
    this.laid = laid;
    this.tasks = tasks;
    this.notices = notices;
  }

  /** Keeps probes from now on. */
  static void keep(
      SteeringViewModel steering, LaidVectors laid, TaskRunner tasks, Notices notices) {
    ProbeKeeper keeper = new ProbeKeeper(steering, laid, tasks, notices);
    steering.stateProperty().subscribe(state -> keeper.see(state.gate()));
  }

  private void see(GateInUse gate) {
    if (gate.probe() == null && gate.gate() instanceof CosineGate cosine) {
      tasks.start(
          "Keeping the gate's probe",
          (progress, cancellation) -> laid.write(cosine.probe().vector()),
          source -> steering.probeLies(cosine, source),
          notices::fail);
    }
  }
}
