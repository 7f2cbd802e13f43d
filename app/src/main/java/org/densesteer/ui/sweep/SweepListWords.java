package org.densesteer.ui.sweep;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.placebo.Placebo;
import org.densesteer.evaluation.plan.LayerRange;
import org.densesteer.evaluation.plan.StrengthRange;
import org.densesteer.evaluation.plan.SweepPlan;
import org.densesteer.evaluation.results.SweepEntry;

/** What the list says of a sweep. */
final class SweepListWords {

  private static final int FEW = 4;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH)
          .withZone(ZoneId.systemDefault());

  private SweepListWords() {}

  /** What was swept, or the folder of a sweep that cannot be read. */
  static String subject(SweepEntry entry) {
    SweepEntry.Known known = entry.known();
    return known == null
        ? String.valueOf(entry.folder().path().getFileName())
        : known.origin().vectorName() + " on " + known.origin().modelName();
  }

  /** Problems, grid and placebos, or what is wrong. */
  static String details(SweepEntry entry) {
    SweepEntry.Known known = entry.known();
    if (known == null) {
      return entry.flaw();
    }
    SweepPlan plan = known.plan();
    return Texts.of(
        "%d problems of %s · %s %s · λ %s%s",
        known.problems(),
        known.origin().problemsName(),
        plan.grid().layers().size() == 1 ? "layer" : "layers",
        LayerRange.text(plan.grid().layers()),
        strengths(plan),
        plan.placebos().isEmpty() ? "" : " · " + placebos(plan));
  }

  private static String strengths(SweepPlan plan) {
    var all = plan.grid().strengths();
    return all.size() <= FEW
        ? all.stream().map(SweepListWords::signed).collect(Collectors.joining(", "))
        : Texts.of(
            "%s to %s, %d strengths",
            signed(all.get(0)), signed(all.get(all.size() - 1)), all.size());
  }

  private static String signed(double strength) {
    return StrengthRange.text(strength).replace('-', '−');
  }

  private static String placebos(SweepPlan plan) {
    int count = plan.placebos().size();
    return count == 1
        ? "placebo " + plan.placebos().get(0).name()
        : count
            + " placebos ("
            + plan.placebos().stream()
                .map(Placebo::kind)
                .distinct()
                .map(kind -> kind.word())
                .collect(Collectors.joining(", "))
            + ")";
  }

  /** How far it is. */
  static String state(SweepEntry entry, boolean running) {
    SweepEntry.Known known = entry.known();
    if (known == null) {
      return "";
    }
    if (running) {
      return "running";
    }
    return known.finished()
        ? "finished"
        : Texts.of("%d %% done", (int) Math.floor(100 * known.done()));
  }

  /** When it was last written to. */
  static String date(SweepEntry entry) {
    return entry.date().equals(Instant.EPOCH) ? "" : DATE.format(entry.date());
  }
}
