package org.densesteer.ui.compare;

import java.util.List;
import org.densesteer.generation.Arm;
import org.densesteer.generation.GenerationRequest;
import org.densesteer.generation.Prompt;
import org.densesteer.generation.RunControl;
import org.densesteer.steering.Steering;
import org.densesteer.ui.common.TaskRunner;

/**
 * A run under way.
 *
 * @param setup what all arms share
 * @param arms the arms of the request
 * @param panes for each arm of the request, which pane shows it
 * @param feed what it says
 * @param control how it is stopped or steered anew
 */
record ActiveRun(
    RunSetup setup, List<Arm> arms, List<Integer> panes, RunFeed feed, RunControl control) {

  /** Renders the prompt and queues the run, away from the window's thread. */
  void start(TaskRunner tasks) {
    tasks.quietly(
        () -> {
          try {
            Prompt prompt = setup.engine().chatPrompt(setup.frame(), setup.question());
            GenerationRequest request =
                new GenerationRequest(prompt, arms, setup.sampling(), setup.maxTokens(), false);
            setup.engine().run(request, feed, control).whenComplete(feed::complete);
          } catch (RuntimeException e) {
            feed.complete(null, e);
          }
        });
  }

  /** Replaces what is added in a pane's arm from its very next token on. */
  void steer(int pane, List<Steering> steerings) {
    int arm = panes.indexOf(pane);
    if (arm >= 0) {
      control.steer(arm, steerings);
    }
  }
}
