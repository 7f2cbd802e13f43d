package org.densesteer.evaluation.run;

import org.densesteer.evaluation.plan.SweepSetup;

/** Where the batches of a sweep are computed. */
@FunctionalInterface
public interface BatchPlace {

  /** This process. */
  BatchPlace HERE =
      (setup, engine) ->
          BatchComputer.here(setup.plan(), setup.vector(), setup.gate().gate(), engine);

  /**
   * What computes a sweep there.
   *
   * @param engine the sweep's model, loaded in this process
   */
  BatchComputer computer(SweepSetup setup, AnswerEngine engine);
}
