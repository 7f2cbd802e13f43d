package org.densesteer.ui.steering;

import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.TaskRunner;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.prompt.PromptViewModel;

/**
 * The panel's two strips.
 *
 * @param layers every layer at the push in use
 * @param strengths every strength at the layer in use
 */
record Strips(StripViewModel layers, StripViewModel strengths) {

  static Strips of(
      ModelViewModel models,
      PromptViewModel prompts,
      SteeringViewModel steering,
      TaskRunner tasks,
      Notices notices) {
    return new Strips(
        new StripViewModel(StripAcross.LAYERS, models, prompts, steering, tasks, notices),
        new StripViewModel(StripAcross.STRENGTHS, models, prompts, steering, tasks, notices));
  }
}
