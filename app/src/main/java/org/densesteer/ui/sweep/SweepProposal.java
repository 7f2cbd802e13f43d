package org.densesteer.ui.sweep;

import java.util.List;
import org.densesteer.evaluation.plan.LayerRange;
import org.densesteer.steering.SteeringVector;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.model.RunEngine;
import org.densesteer.ui.steering.SteeringViewModel;
import org.densesteer.ui.steering.VectorInUse;
import org.jspecify.annotations.Nullable;

/** Proposes layers, strengths and placebos to a form for every new vector. */
final class SweepProposal {

  private static final String PLACEBOS = "random:3,flip";
  private static final String PLACEBOS_WITH_PAIRS = "random:3,shuffled:3,flip";

  private final ModelViewModel models;
  private final SteeringViewModel steering;
  private final SweepForm form;
  private @Nullable VectorInUse proposedFor;
  private String proposedStrengths = "";

  private SweepProposal(ModelViewModel models, SteeringViewModel steering, SweepForm form) {
    this.models = models;
    this.steering = steering;
    this.form = form;
  }

  /** Proposes from now on. */
  static void to(SweepForm form, ModelViewModel models, SteeringViewModel steering) {
    SweepProposal proposal = new SweepProposal(models, steering, form);
    form.placebosProperty().set(PLACEBOS);
    models
        .engineProperty()
        .subscribe(
            engine -> {
              proposal.proposedFor = null;
              proposal.propose();
            });
    steering.vectorProperty().subscribe(inUse -> proposal.propose());
    steering.hiddenNormsProperty().subscribe(proposal::proposeAgain);
  }

  /** All layers that model and vector share, and nine strengths. */
  private void propose() {
    VectorInUse inUse = steering.vectorProperty().getValue();
    RunEngine engine = models.engineProperty().get();
    if (inUse != null && engine != null && !inUse.equals(proposedFor)) {
      proposedFor = inUse;
      SteeringVector vector = inUse.vector();
      List<Integer> shared =
          vector.directions().keySet().stream().filter(l -> l < engine.info().layers()).toList();
      form.layersProperty().set(LayerRange.text(shared));
      proposedStrengths = ProposedStrengths.text(vector, steering.hiddenNormsProperty().get());
      form.strengthsProperty().set(proposedStrengths);
      proposePlacebos(!vector.shuffled().isEmpty());
    }
  }

  /** The hidden states are measured later than model and vector are there. */
  private void proposeAgain(double[] hiddenNorms) {
    if (proposedFor != null && hiddenNorms.length > 0) {
      String better = ProposedStrengths.text(proposedFor.vector(), hiddenNorms);
      if (form.strengthsProperty().get().equals(proposedStrengths)) {
        form.strengthsProperty().set(better);
      }
      // Once: the strengths are not to change with every question.
      proposedStrengths = "";
    }
  }

  /** Shuffled pairs where the vector has them; what a person chose stays. */
  private void proposePlacebos(boolean pairs) {
    if (List.of(PLACEBOS, PLACEBOS_WITH_PAIRS).contains(form.placebosProperty().get())) {
      form.placebosProperty().set(pairs ? PLACEBOS_WITH_PAIRS : PLACEBOS);
    }
  }
}
