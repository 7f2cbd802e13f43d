package org.densesteer.ui.sweep;

import java.nio.file.Path;
import java.util.List;
import org.densesteer.evaluation.plan.SweepArm;
import org.densesteer.evaluation.plan.SweepOrigin;
import org.densesteer.evaluation.plan.SweepParts;
import org.densesteer.evaluation.plan.SweepPlan;
import org.densesteer.evaluation.problems.Problem;
import org.densesteer.evaluation.results.AnswerTable;
import org.densesteer.evaluation.results.SweepFolder;

/**
 * The sweep that the page shows.
 *
 * @param plan what is computed
 * @param origin names and places
 * @param folder where its answers lie
 * @param parts the problems of its two stages
 * @param answers grows while it runs
 */
record SweepRun(
    SweepPlan plan, SweepOrigin origin, SweepFolder folder, SweepParts parts, AnswerTable answers) {

  /** One that was read from its folder. */
  static SweepRun of(SweepFolder folder, SweepFolder.Content read) {
    return new SweepRun(
        read.plan(),
        read.origin(),
        folder,
        SweepParts.of(read.plan(), read.problems()),
        read.answers());
  }

  /** Lies under a name of its plan, so that the same wish always finds its answers again. */
  static SweepFolder folder(Path sweeps, SweepPlan plan) {
    return new SweepFolder(sweeps.resolve(plan.hash()));
  }

  /** The problems on which the grid is answered. */
  List<Problem> problems() {
    return parts.grid();
  }

  /** How many of them an arm has answered. */
  int answered(SweepArm arm) {
    return answers.of(arm, problems()).size();
  }
}
