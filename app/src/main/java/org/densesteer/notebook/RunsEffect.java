package org.densesteer.notebook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.densesteer.generation.Arm;
import org.densesteer.metrics.AnswerMeasures;
import org.densesteer.steering.Steering;

/** What single runs together say of a vector at one layer and strength. */
public final class RunsEffect {

  private RunsEffect() {}

  /** Whether a run's steered arm was steered so, and by nothing else. */
  public static boolean concerns(Run run, String modelFingerprint, Steering tuned) {
    return run.model().fingerprint().equals(modelFingerprint)
        && run.arm(Arm.STEERED)
            .filter(arm -> arm.steerings().equals(List.of(RunSteering.of(tuned))))
            .filter(arm -> arm.changes().isEmpty())
            .isPresent();
  }

  /**
   * Means over the runs, each question once, as it was answered last; answers that were cut or
   * repeat themselves are left out.
   *
   * @param runs those that {@link #concerns} is true of, oldest first
   */
  public static List<BundleEffect> of(List<Run> runs) {
    Map<String, Run> last = new LinkedHashMap<>();
    runs.forEach(run -> last.put(run.prompt().question(), run));
    Set<String> names = new LinkedHashSet<>(List.of(Arm.BASELINE, Arm.STEERED));
    last.values().forEach(run -> run.arms().forEach(arm -> names.add(arm.name())));
    List<BundleEffect> effect = new ArrayList<>();
    for (String name : names) {
      List<RunArm> arms =
          last.values().stream()
              .flatMap(run -> run.arm(name).stream())
              .filter(RunArm::whole)
              .toList();
      if (!arms.isEmpty()) {
        effect.add(of(name, arms));
      }
    }
    return effect;
  }

  private static BundleEffect of(String name, Collection<RunArm> arms) {
    RunArm first = arms.iterator().next();
    boolean one = first.steerings().size() == 1;
    return new BundleEffect(
        name,
        one ? first.steerings().get(0).layer() : null,
        one ? first.steerings().get(0).strength() : 0,
        arms.size(),
        mean(arms, RunsEffect::right),
        measured(arms, AnswerMeasures::density),
        measured(arms, AnswerMeasures::tokens),
        measured(arms, AnswerMeasures::nllWithPrompt));
  }

  private static double right(RunArm arm) {
    Boolean correct = arm.figures().given().correct();
    return correct == null ? Double.NaN : correct ? 1 : 0;
  }

  private static double measured(Collection<RunArm> arms, ToDoubleFunction<AnswerMeasures> figure) {
    return mean(arms, arm -> figure.applyAsDouble(arm.figures().measures().answer()));
  }

  private static double mean(Collection<RunArm> arms, ToDoubleFunction<RunArm> figure) {
    return arms.stream().mapToDouble(figure).filter(Double::isFinite).average().orElse(Double.NaN);
  }
}
