package org.densesteer.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.densesteer.common.FaultException;
import org.densesteer.evaluation.placebo.Placebo;
import org.densesteer.notebook.Run;
import org.densesteer.ui.settings.SavedArm;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.settings.Source;
import org.densesteer.ui.steering.VectorChoices;
import org.densesteer.ui.steering.VectorInUse;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the arms beside the two. What was remembered stays until all of it has been taken up;
 * an arm whose vector or run is gone is left out then.
 */
final class KeptArms {

  private final ExtraArms extras;
  private final VectorChoices vectors;
  private final BiConsumer<String, Consumer<Run>> runs;
  private final Settings settings;
  private final List<SavedArm> saved;
  private final @Nullable ArmKind[] found;
  private int missing;

  /**
   * Takes nothing up yet.
   *
   * @param runs loads the run of an id for who wants it
   */
  KeptArms(
      ExtraArms extras,
      VectorChoices vectors,
      BiConsumer<String, Consumer<Run>> runs,
      Settings settings) {
    this.extras = extras;
    this.vectors = vectors;
    this.runs = runs;
    this.settings = settings;
    saved = List.copyOf(settings.arms());
    found = new ArmKind[saved.size()];
    missing = saved.size();
    extras.list().subscribe(this::save);
  }

  private void save() {
    if (missing == 0) {
      settings.arms().setAll(extras.list().stream().map(arm -> saved(arm.kind())).toList());
    }
  }

  private static SavedArm saved(ArmKind kind) {
    if (kind instanceof PlaceboArm placebo) {
      return SavedArm.ofPlacebo(placebo.placebo().name());
    }
    if (kind instanceof SetArm own) {
      String key = own.vector().source().key();
      return SavedArm.ofSettings(key, own.layer(), own.strength(), own.ofFan());
    }
    PinnedArm pinned = (PinnedArm) kind;
    return SavedArm.ofRun(pinned.run().id(), pinned.arm().name());
  }

  /** Takes up the arms of another day, in the background. */
  void restore() {
    for (int i = 0; i < saved.size(); i++) {
      restore(i, saved.get(i));
    }
  }

  private void restore(int place, SavedArm arm) {
    if (arm.placebo() != null) {
      come(place, placebo(arm.placebo()));
    } else if (arm.vector() != null) {
      vectors.read(
          Source.vector(arm.vector()),
          vector -> come(place, own(arm, vector)),
          () -> come(place, null));
    } else if (arm.run() != null && arm.arm() != null) {
      // A run that is gone is said by who loads it; the others do not wait for it.
      come(place, null);
      String name = arm.arm();
      runs.accept(
          arm.run(),
          run -> run.arm(name).ifPresent(found -> extras.add(new PinnedArm(run, found))));
    } else {
      come(place, null);
    }
  }

  private static @Nullable ArmKind placebo(String name) {
    try {
      return new PlaceboArm(Placebo.named(name));
    } catch (FaultException e) {
      return null;
    }
  }

  private @Nullable ArmKind own(SavedArm arm, VectorInUse vector) {
    boolean other = !vector.source().key().equals(settings.vectorProperty().get());
    SetArm own = new SetArm(vector, arm.layer(), arm.strength(), other, arm.fan());
    return vector.vector().hasLayer(arm.layer()) ? own : null;
  }

  private void come(int place, @Nullable ArmKind kind) {
    found[place] = kind;
    missing--;
    if (missing == 0) {
      List<ArmKind> all = new ArrayList<>();
      for (ArmKind each : found) {
        if (each != null) {
          all.add(each);
        }
      }
      extras.quietly(() -> extras.addAll(all));
    }
  }
}
