package org.densesteer.ui.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import org.densesteer.common.Texts;
import org.densesteer.files.bytes.FileBytes;
import org.densesteer.notebook.Bundle;
import org.densesteer.notebook.Run;
import org.densesteer.notebook.RunGate;
import org.densesteer.notebook.RunSteering;
import org.densesteer.notebook.RunVector;
import org.densesteer.steering.CosineGate;
import org.densesteer.steering.Gate;
import org.densesteer.steering.Steering;
import org.densesteer.ui.common.Page;
import org.densesteer.ui.compare.CompareViewModel;
import org.densesteer.ui.compare.PinnedAnswer;
import org.densesteer.ui.prompt.PromptViewModel;
import org.densesteer.ui.settings.SavedMix;
import org.densesteer.ui.steering.MixedVector;
import org.densesteer.ui.steering.SteeringState;
import org.densesteer.ui.steering.SteeringViewModel;
import org.densesteer.ui.steering.VectorInUse;
import org.jspecify.annotations.Nullable;

/**
 * All panels together: taken as they stand, and set to what stood there another day.
 *
 * @param prompts what is asked
 * @param steering what is added
 * @param compare which arms stand beside the two
 * @param page what the window shows
 */
record Panels(
    PromptViewModel prompts,
    SteeringViewModel steering,
    CompareViewModel compare,
    ObjectProperty<Page> page) {

  private static final int LONGEST_NAME = 80;

  /** What stands there. */
  PanelsRecord taken() {
    SteeringState state = steering.stateProperty().get();
    VectorInUse inUse = state.vector();
    return new PanelsRecord(
        prompts.asItStands(),
        // By its name: where its probe lies is nobody else's business.
        state.saved(steering.liveProperty().get()).gated(state.gate().gate().text()),
        inUse == null ? null : RunSteering.hash(inUse.vector()),
        inUse == null ? null : inUse.vector().name(),
        state.gate().gate() instanceof CosineGate cosine
            ? RunSteering.hash(cosine.probe().vector())
            : null,
        state.mix().stream().map(Panels::byHash).toList(),
        compare.armNames(),
        compare.pinnedAnswers().stream().map(PanelsRecord.Pin::of).toList(),
        page.get().name());
  }

  private static SavedMix byHash(MixedVector mixed) {
    return new SavedMix(
        RunSteering.hash(mixed.vector().vector()),
        mixed.layer(),
        mixed.strength(),
        mixed.operator(),
        mixed.on());
  }

  /** All vectors that stand there, a probe among them. */
  List<VectorInUse> vectors() {
    return steering.stateProperty().get().vectors();
  }

  /** Hears of every change from now on. */
  void onChange(InvalidationListener heard) {
    prompts.observables().forEach(each -> each.addListener(heard));
    steering.stateProperty().addListener(heard);
    steering.liveProperty().addListener(heard);
    compare.arms().addListener(heard);
    page.addListener(heard);
  }

  /**
   * Sets what can be set as one edit, and runs nothing.
   *
   * @param vectors those at hand, by their hashes
   * @param withProblems whether the set of problems is at hand
   * @param runs those of pinned answers, as far as they are at hand
   * @return what could not be set, as clauses
   */
  List<String> set(
      PanelsRecord wanted,
      Map<String, VectorInUse> vectors,
      boolean withProblems,
      Collection<Run> runs) {
    List<String> missing = new ArrayList<>();
    List<PinnedAnswer> pinned = pinned(wanted, runs, missing);
    steering
        .order()
        .together(
            () -> {
              set(wanted, vectors, withProblems, missing);
              compare.arrange(wanted.arms(), pinned);
            });
    return missing;
  }

  private static @Nullable List<PinnedAnswer> pinned(
      PanelsRecord wanted, Collection<Run> runs, List<String> missing) {
    if (wanted.pinned() == null) {
      return null;
    }
    List<PinnedAnswer> pinned = new ArrayList<>();
    for (PanelsRecord.Pin pin : wanted.pinned()) {
      runs.stream()
          .filter(run -> run.id().equals(pin.run()) && run.arm(pin.arm()).isPresent())
          .findFirst()
          .ifPresent(run -> pinned.add(new PinnedAnswer(run, pin.arm())));
    }
    int gone = wanted.pinned().size() - pinned.size();
    if (gone > 0) {
      missing.add(
          gone == 1
              ? "the run of a pinned answer is gone"
              : Texts.of("the runs of %d pinned answers are gone", gone));
    }
    return pinned;
  }

  private void set(
      PanelsRecord wanted,
      Map<String, VectorInUse> vectors,
      boolean withProblems,
      List<String> missing) {
    prompts.become(wanted.prompt(), withProblems);
    if (!withProblems) {
      missing.add("its set of problems is not on this machine, the question is");
    }
    VectorInUse inUse = wanted.vector() == null ? null : vectors.get(wanted.vector());
    if (inUse != null) {
      steering.takeOver(
          SteeringState.restored(
              wanted.steering(), inUse, wanted.mix(), wanted.gateProbe(), vectors));
      steering.liveProperty().set(wanted.steering().live());
      if (steering.stateProperty().get().gate().gate().constant()
          && !wanted.steering().gate().equals(Gate.CONSTANT.text())) {
        missing.add(
            wanted.steering().gate().startsWith("cosine")
                ? "the probe of its gate is not at hand, so the strength is constant"
                : "its gate is none that this version knows, so the strength is constant");
      }
      if (wanted.mix().stream().anyMatch(mixed -> !vectors.containsKey(mixed.vector()))) {
        missing.add("a vector of its mix is not at hand");
      }
    } else if (wanted.vector() != null) {
      missing.add(
          Texts.of(
              "its vector %s is not at hand, so the steering panel stays as it is",
              FileBytes.printable(String.valueOf(wanted.vectorName()), LONGEST_NAME)));
    }
  }

  /** Sets the steering to that of the vector that a session is about, and runs nothing. */
  void set(Bundle bundle, Map<String, VectorInUse> vectors) {
    RunSteering tuned = bundle.steering();
    VectorInUse vector = vectors.get(tuned.vectorHash());
    if (vector != null && vector.vector().hasLayer(tuned.layer())) {
      steering.takeOver(
          steering
              .stateProperty()
              .get()
              .alone(
                  vector,
                  new Steering(
                      vector.vector(),
                      tuned.layer(),
                      tuned.strength(),
                      tuned.positions(),
                      tuned.operator(),
                      gate(tuned.gate(), vectors))));
    }
  }

  /** The gate of a session's vector; constant where its probe is not in it. */
  private static Gate gate(RunGate recorded, Map<String, VectorInUse> vectors) {
    RunVector probe = recorded.probe();
    return probe != null && !vectors.containsKey(probe.hash())
        ? Gate.CONSTANT
        : recorded.gate(named -> vectors.get(named.hash()).vector());
  }

  /** Shows the page that was shown. */
  void turnTo(PanelsRecord wanted) {
    page.set(
        Arrays.stream(Page.values())
            .filter(each -> each.name().equals(wanted.page()))
            .findFirst()
            .orElse(Page.COMPARE));
  }
}
