package org.densesteer.ui.sweep;

import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.placebo.PlaceboList;
import org.densesteer.evaluation.plan.ChoiceRule;
import org.densesteer.evaluation.plan.LayerRange;
import org.densesteer.evaluation.plan.StrengthRange;
import org.densesteer.evaluation.plan.SweepDecoding;
import org.densesteer.evaluation.plan.SweepGrid;
import org.densesteer.evaluation.plan.SweepSetup;
import org.densesteer.evaluation.problems.ProblemSet;
import org.densesteer.steering.SteeringVector;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.model.RunEngine;
import org.densesteer.ui.prompt.PromptViewModel;
import org.densesteer.ui.steering.SteeringState;
import org.densesteer.ui.steering.SteeringViewModel;
import org.densesteer.ui.steering.VectorInUse;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants swept. Problems, system turn and length of answers are those of the prompt
 * panel; vector, positions and operator those of the steering panel.
 */
final class SweepForm {

  private static final int FIRST_LIMIT = 40;
  private static final double FIRST_SPLIT = 0.5;
  private static final String PLACEBOS = "random:3,flip";
  private static final String PLACEBOS_WITH_PAIRS = "random:3,shuffled:3,flip";

  private final ModelViewModel models;
  private final PromptViewModel prompts;
  private final SteeringViewModel steering;

  private final StringProperty layers = new SimpleStringProperty("");
  private final StringProperty strengths = new SimpleStringProperty("");
  private final StringProperty placebos = new SimpleStringProperty(PLACEBOS);
  private final IntegerProperty limit = new SimpleIntegerProperty(FIRST_LIMIT);
  private final DoubleProperty split = new SimpleDoubleProperty(FIRST_SPLIT);
  private final LongProperty seed = new SimpleLongProperty();
  private final ObjectProperty<ChoiceRule> choice = new SimpleObjectProperty<>(ChoiceRule.DENSITY);
  private final StringBinding summary;
  private final StringBinding leftOut;
  private final BooleanBinding complete;
  private @Nullable VectorInUse proposedFor;
  private String proposedStrengths = "";

  /** Creates the form, which proposes layers and strengths for every new vector. */
  SweepForm(ModelViewModel models, PromptViewModel prompts, SteeringViewModel steering) {
    this.models = models;
    this.prompts = prompts;
    this.steering = steering;
    Observable[] typed = {layers, strengths, placebos, limit, split, prompts.problemsProperty()};
    summary = Bindings.createStringBinding(() -> flaw().orElseGet(this::describe), typed);
    complete = Bindings.createBooleanBinding(() -> flaw().isEmpty(), typed);
    leftOut = Bindings.createStringBinding(this::leftOut, steering.stateProperty());
    models
        .engineProperty()
        .subscribe(
            engine -> {
              proposedFor = null;
              propose();
            });
    steering.vectorProperty().subscribe(inUse -> propose());
    steering.hiddenNormsProperty().subscribe(this::proposeAgain);
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
      layers.set(LayerRange.text(shared));
      proposedStrengths = ProposedStrengths.text(vector, steering.hiddenNormsProperty().get());
      strengths.set(proposedStrengths);
      proposePlacebos(!vector.shuffled().isEmpty());
    }
  }

  /** The hidden states are measured later than model and vector are there. */
  private void proposeAgain(double[] hiddenNorms) {
    if (proposedFor != null && hiddenNorms.length > 0) {
      String better = ProposedStrengths.text(proposedFor.vector(), hiddenNorms);
      if (strengths.get().equals(proposedStrengths)) {
        strengths.set(better);
      }
      // Once: the strengths are not to change with every question.
      proposedStrengths = "";
    }
  }

  private String leftOut() {
    VectorInUse inUse = steering.stateProperty().get().vector();
    int beside = steering.steerings().size() - 1;
    if (inUse == null || beside < 1) {
      return "";
    }
    return Texts.of(
        "A sweep varies %s alone, at one layer at a time: the %s beside it in the mix %s not take part.",
        inUse.vector().name(),
        beside == 1 ? "vector" : beside + " vectors",
        beside == 1 ? "does" : "do");
  }

  /** Shuffled pairs where the vector has them; what a person typed stays. */
  private void proposePlacebos(boolean pairs) {
    if (List.of(PLACEBOS, PLACEBOS_WITH_PAIRS).contains(placebos.get())) {
      placebos.set(pairs ? PLACEBOS_WITH_PAIRS : PLACEBOS);
    }
  }

  /** What is wrong with what was typed; empty when it can be read. */
  private Optional<String> flaw() {
    try {
      grid();
      PlaceboList.parse(placebos.get());
      return Optional.empty();
    } catch (FaultException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private String describe() {
    SweepGrid grid = grid();
    int asked = Math.min(limit.get(), problemCount());
    long tuned = split.get() > 0 ? Math.round(asked * split.get()) : asked;
    return Texts.of(
        "%d layers × %d strengths × %d problems%s",
        grid.layers().size(),
        grid.strengths().size(),
        tuned,
        split.get() > 0 ? ", choice reported on " + (asked - tuned) + " more" : "");
  }

  private int problemCount() {
    ProblemSet set = prompts.problemsProperty().get();
    return set == null ? 0 : set.size();
  }

  private SweepGrid grid() {
    return new SweepGrid(
        LayerRange.parse(layers.get()),
        StrengthRange.parseTyped(strengths.get().replace('−', '-')));
  }

  /**
   * What is to be swept.
   *
   * @throws FaultException when something is missing or does not fit
   */
  SweepSetup setup() {
    RunEngine engine = models.engineProperty().get();
    SteeringState state = steering.stateProperty().get();
    VectorInUse inUse = state.vector();
    ProblemSet problems = prompts.problemsProperty().get();
    if (engine == null) {
      throw new FaultException("No model is loaded yet; choose one in the model menu.");
    }
    if (inUse == null) {
      throw new FaultException("No vector is in use; choose one in the vector menu.");
    }
    if (problems == null) {
      throw new FaultException("No problems are open yet; choose a problem set.");
    }
    return new SweepSetup(
        engine.info(),
        inUse.vector(),
        problems.first(limit.get()),
        new SweepSetup.Sources(
            models.sourceProperty().get().key(),
            inUse.source().key(),
            prompts.sourceProperty().get().key()),
        grid(),
        PlaceboList.parse(placebos.get()),
        choice.get(),
        split.get(),
        seed.get(),
        new SweepDecoding(
            SweepDecoding.QUESTION,
            prompts.systemTurn(),
            prompts.decoding().maxTokensProperty().get(),
            state.positions(),
            state.operator(),
            SweepDecoding.DEFAULT_LANES,
            prompts.variables().value(),
            prompts.decoding().penalisedProperty().get() ? null : 1.0));
  }

  /** Layers as they are typed, such as {@code 0,2-5}. */
  StringProperty layersProperty() {
    return layers;
  }

  /** Strengths as they are typed, such as {@code -4:4:1}. */
  StringProperty strengthsProperty() {
    return strengths;
  }

  /** Placebos as they are typed, such as {@code random:3,flip}. */
  StringProperty placebosProperty() {
    return placebos;
  }

  /** How many problems of the set are asked at most. */
  IntegerProperty limitProperty() {
    return limit;
  }

  /** Share of the problems on which the cell is chosen; 0 for no split. */
  DoubleProperty splitProperty() {
    return split;
  }

  /** Decides the split, the random placebos and the resampling. */
  LongProperty seedProperty() {
    return seed;
  }

  /** How the best cell is chosen. */
  ObjectProperty<ChoiceRule> choiceProperty() {
    return choice;
  }

  /** What will be computed, or what is wrong with what was typed. */
  ObservableStringValue summaryProperty() {
    return summary;
  }

  /** What of the steering panel a sweep does not use, a sentence; blank when it uses all. */
  ObservableStringValue leftOutProperty() {
    return leftOut;
  }

  /** Whether what was typed can be read. */
  ObservableBooleanValue completeProperty() {
    return complete;
  }
}
