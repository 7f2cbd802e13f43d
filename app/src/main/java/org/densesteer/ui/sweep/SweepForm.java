package org.densesteer.ui.sweep;

import java.util.List;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableObjectValue;
import javafx.beans.value.ObservableStringValue;
import javafx.beans.value.ObservableValue;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.placebo.Placebo;
import org.densesteer.evaluation.placebo.PlaceboKind;
import org.densesteer.evaluation.placebo.PlaceboSteering;
import org.densesteer.evaluation.plan.ChoiceRule;
import org.densesteer.evaluation.plan.LayerRange;
import org.densesteer.evaluation.plan.SweepDecoding;
import org.densesteer.evaluation.plan.SweepGrid;
import org.densesteer.evaluation.plan.SweepSetup;
import org.densesteer.evaluation.plan.SweptGate;
import org.densesteer.evaluation.problems.Problem;
import org.densesteer.evaluation.problems.ProblemSet;
import org.densesteer.steering.Steering;
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

  /** Of the first 100 sample problems the sample model misses 5; of the first 38, none. */
  private static final int FIRST_LIMIT = 100;

  private static final double FIRST_SPLIT = 0.5;

  /**
   * The layers to choose from.
   *
   * @param layers how many the model has
   * @param with those that the vector has
   */
  record Offered(int layers, Set<Integer> with) {}

  private final ModelViewModel models;
  private final PromptViewModel prompts;
  private final SteeringViewModel steering;

  private final StringProperty layers = new SimpleStringProperty("");
  private final StrengthEntry strengths = new StrengthEntry();
  private final PlaceboEntry placebos = new PlaceboEntry();
  private final IntegerProperty limit = new SimpleIntegerProperty(FIRST_LIMIT);
  private final DoubleProperty split = new SimpleDoubleProperty(FIRST_SPLIT);
  private final LongProperty seed = new SimpleLongProperty();
  private final ObjectProperty<ChoiceRule> choice = new SimpleObjectProperty<>(ChoiceRule.DENSITY);
  private final StringBinding leftOut;
  private final StringBinding layersFlaw;
  private final StringBinding strengthsFlaw;
  private final StringBinding placebosFlaw;
  private final BooleanBinding complete;
  private final ObjectBinding<List<SweepTaken.Line>> taken;
  private final ObjectBinding<Offered> offered;
  private final ObjectBinding<@Nullable SweepSize> size;

  /** Creates the form, to which layers and strengths are proposed for every new vector. */
  SweepForm(ModelViewModel models, PromptViewModel prompts, SteeringViewModel steering) {
    this.models = models;
    this.prompts = prompts;
    this.steering = steering;
    var vector = steering.vectorProperty();
    layersFlaw =
        Bindings.createStringBinding(this::layersFlaw, layers, vector, models.engineProperty());
    strengthsFlaw = Bindings.createStringBinding(this::strengthsFlaw, strengths.textProperty());
    placebosFlaw =
        Bindings.createStringBinding(this::placebosFlaw, placebos.textProperty(), vector);
    complete = layersFlaw.isEmpty().and(strengthsFlaw.isEmpty()).and(placebosFlaw.isEmpty());
    size =
        Bindings.createObjectBinding(
            this::size,
            layers,
            strengths.textProperty(),
            placebos.textProperty(),
            complete,
            limit,
            split,
            prompts.problemsProperty());
    leftOut = Bindings.createStringBinding(this::leftOut, steering.stateProperty());
    offered = Bindings.createObjectBinding(this::offered, vector, models.engineProperty());
    taken = SweepTaken.lines(models, prompts, steering);
    SweepProposal.to(this, models, steering);
  }

  private Offered offered() {
    RunEngine engine = models.engineProperty().get();
    VectorInUse inUse = steering.vectorProperty().getValue();
    Set<Integer> with = inUse == null ? Set.of() : inUse.vector().directions().keySet();
    int layers =
        engine != null
            ? engine.info().layers()
            : with.stream().mapToInt(layer -> layer + 1).max().orElse(0);
    return new Offered(layers, with);
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

  /** Where the layers cannot be swept, a sentence. */
  private String layersFlaw() {
    return flaw(
        () -> {
          List<Integer> wanted = LayerRange.parse(layers.get());
          if (wanted.isEmpty()) {
            throw new FaultException("A sweep needs at least one layer.");
          }
          VectorInUse inUse = steering.vectorProperty().getValue();
          RunEngine engine = models.engineProperty().get();
          for (int layer : wanted) {
            if (engine != null && layer >= engine.info().layers()) {
              throw new FaultException(
                  Texts.of(
                      "The model has no layer %d: its layers are 0 to %d.",
                      layer, engine.info().layers() - 1));
            }
            if (inUse != null) {
              inUse.vector().direction(layer);
            }
          }
        });
  }

  private String strengthsFlaw() {
    return flaw(() -> new SweepGrid(List.of(0), strengths.values()));
  }

  /** What does not depend on the layer is looked at for one of them. */
  private String placebosFlaw() {
    return flaw(
        () -> {
          List<Placebo> wanted = placebos.values();
          VectorInUse inUse = steering.vectorProperty().getValue();
          if (inUse != null) {
            SteeringVector vector = inUse.vector();
            Steering any = Steering.everywhere(vector, vector.directions().firstKey(), 1);
            wanted.stream()
                .filter(placebo -> placebo.kind() != PlaceboKind.RANDOM)
                .forEach(placebo -> PlaceboSteering.of(placebo, any, seed.get()));
          }
        });
  }

  private static String flaw(Runnable look) {
    try {
      look.run();
      return "";
    } catch (FaultException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /** How much that is; null while something is wrong. */
  private @Nullable SweepSize size() {
    return complete.get()
        ? new SweepSize(
            grid(), placebos.values().size(), Math.min(limit.get(), problemCount()), split.get())
        : null;
  }

  private int problemCount() {
    ProblemSet set = prompts.problemsProperty().get();
    return set == null ? 0 : (int) set.problems().stream().filter(Problem::answered).count();
  }

  private SweepGrid grid() {
    return new SweepGrid(LayerRange.parse(layers.get()), strengths.values());
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
        problems.answered().first(limit.get()),
        new SweepSetup.Sources(
            models.sourceProperty().get().key(),
            inUse.source().key(),
            prompts.sourceProperty().get().key()),
        grid(),
        placebos.values(),
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
            prompts.decoding().penalisedProperty().get() ? null : 1.0),
        new SweptGate(state.gate().gate(), state.gate().argument()));
  }

  /** Layers as they are typed, such as {@code 0,2-5}. */
  StringProperty layersProperty() {
    return layers;
  }

  /** Strengths as they are typed, such as {@code -4:4:1}. */
  StringProperty strengthsProperty() {
    return strengths.textProperty();
  }

  /** The same in fields of their own. */
  StrengthEntry strengths() {
    return strengths;
  }

  /** Placebos as they are typed, such as {@code random:3,flip}. */
  StringProperty placebosProperty() {
    return placebos.textProperty();
  }

  /** The same in controls of their own. */
  PlaceboEntry placebos() {
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

  /** What is wrong with the layers, a sentence; empty when they can be swept. */
  ObservableStringValue layersFlawProperty() {
    return layersFlaw;
  }

  /** What is wrong with the strengths, a sentence; empty when they can be read. */
  ObservableStringValue strengthsFlawProperty() {
    return strengthsFlaw;
  }

  /** What is wrong with the placebos, a sentence; empty when they can be had. */
  ObservableStringValue placebosFlawProperty() {
    return placebosFlaw;
  }

  /** How many answers a sweep computes; 0 while something is wrong. */
  ObservableValue<Long> answersProperty() {
    return size.map(SweepSize::answers).orElse(0L);
  }

  /** Most tokens an answer may have. */
  ReadOnlyIntegerProperty maxTokensProperty() {
    return prompts.decoding().maxTokensProperty();
  }

  /** The layers to choose from. */
  ObservableObjectValue<Offered> offeredProperty() {
    return offered;
  }

  /** What comes from other panels. */
  ObservableObjectValue<List<SweepTaken.Line>> takenProperty() {
    return taken;
  }

  /** What will be computed; empty while something is wrong. */
  ObservableValue<String> summaryProperty() {
    return size.map(SweepSize::describe).orElse("");
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
