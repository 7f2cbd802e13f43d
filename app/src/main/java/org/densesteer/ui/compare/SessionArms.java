package org.densesteer.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.densesteer.common.FaultException;
import org.densesteer.evaluation.placebo.Placebo;
import org.densesteer.generation.Arm;
import org.densesteer.notebook.Run;
import org.densesteer.notebook.RunArm;
import org.densesteer.ui.steering.SteeringState;
import org.densesteer.ui.steering.VectorInUse;
import org.jspecify.annotations.Nullable;

/**
 * Arms beside the two as a session names them: placebos by their names, arms with settings of their
 * own as {@code layer=3,strength=2.0} where their vector is the one in use. Others are in the
 * session's runs only.
 */
final class SessionArms {

  private static final Pattern SETTINGS =
      Pattern.compile("layer=(\\d{1,4}),strength=(-?\\d{1,9}(?:\\.\\d{1,17})?(?:E-?\\d{1,3})?)");

  private SessionArms() {}

  static List<String> names(ExtraArms extras, SteeringState panel) {
    return extras.list().stream().flatMap(arm -> name(arm.kind(), panel).stream()).toList();
  }

  /** The pinned ones among them. */
  static List<PinnedAnswer> pinned(ExtraArms extras) {
    return extras.kinds().stream()
        .filter(PinnedArm.class::isInstance)
        .map(PinnedArm.class::cast)
        .map(arm -> new PinnedAnswer(arm.run(), arm.arm().name()))
        .toList();
  }

  private static Optional<String> name(ArmKind kind, SteeringState panel) {
    if (kind instanceof PlaceboArm placebo) {
      return Optional.of(placebo.placebo().name());
    }
    return kind instanceof SetArm own && own.vector().equals(panel.vector())
        ? Optional.of("layer=" + own.layer() + ",strength=" + own.strength())
        : Optional.empty();
  }

  /**
   * Puts a run's further arms in the place of those there, but for pinned ones.
   *
   * @return how many of them cannot be put there
   */
  static int arrangeLike(ExtraArms extras, Run run, SteeringState panel) {
    List<ArmKind> wanted = new ArrayList<>();
    int without = 0;
    for (RunArm arm : run.arms()) {
      if (!arm.name().equals(Arm.BASELINE) && !arm.name().equals(Arm.STEERED)) {
        Optional<ArmKind> kind =
            placebo(arm.name()).or(() -> SetArm.of(arm, panel).map(own -> own));
        kind.ifPresent(wanted::add);
        without += kind.isEmpty() ? 1 : 0;
      }
    }
    become(extras, wanted, null);
    return without;
  }

  private static Optional<ArmKind> placebo(String name) {
    try {
      return Optional.of(new PlaceboArm(Placebo.named(name)));
    } catch (FaultException e) {
      return Optional.empty();
    }
  }

  /** Where nobody says which answers are pinned, those that are stay. */
  private static void become(
      ExtraArms extras, List<ArmKind> others, @Nullable List<PinnedAnswer> pinned) {
    List<ArmKind> wanted = new ArrayList<>(others);
    (pinned == null ? pinned(extras) : pinned).forEach(each -> each.kind().ifPresent(wanted::add));
    for (ExtraArm extra : List.copyOf(extras.list())) {
      if (wanted.stream().noneMatch(kind -> extras.find(kind).filter(extra::equals).isPresent())) {
        extras.remove(extra);
      }
    }
    extras.addAll(wanted);
  }

  /**
   * Puts the arms of these names, and pinned answers, in the place of those there.
   *
   * @param pinned null for those that are pinned already
   */
  static void arrange(
      ExtraArms extras,
      List<String> names,
      @Nullable List<PinnedAnswer> pinned,
      SteeringState panel) {
    List<ArmKind> wanted = new ArrayList<>();
    names.forEach(name -> kind(name, panel).ifPresent(wanted::add));
    become(extras, wanted, pinned);
  }

  private static Optional<ArmKind> kind(String name, SteeringState panel) {
    Matcher settings = SETTINGS.matcher(name);
    VectorInUse vector = panel.vector();
    if (settings.matches()) {
      int layer = Integer.parseInt(settings.group(1));
      return vector == null || !vector.vector().hasLayer(layer)
          ? Optional.empty()
          : Optional.of(SetArm.of(panel, vector, layer, Double.parseDouble(settings.group(2))));
    }
    return placebo(name);
  }
}
