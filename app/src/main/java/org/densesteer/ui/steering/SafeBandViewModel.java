package org.densesteer.ui.steering;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.densesteer.evaluation.results.SafeBands;
import org.densesteer.evaluation.results.StrengthBand;
import org.densesteer.steering.SteeringVector;
import org.densesteer.ui.common.TaskRunner;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.model.RunEngine;
import org.jspecify.annotations.Nullable;

/**
 * Which strengths the last sweep of this model and this vector found safe at the present layer.
 * Used on the window's thread.
 */
public final class SafeBandViewModel {

  private final ModelViewModel models;
  private final SteeringViewModel steering;
  private final BiFunction<String, SteeringVector, Optional<SafeBands>> finder;
  private final TaskRunner tasks;
  private final Executor window;
  private final ReadOnlyObjectWrapper<@Nullable StrengthBand> band = new ReadOnlyObjectWrapper<>();

  private @Nullable SafeBands bands;
  private @Nullable SteeringVector vector;
  private @Nullable String model;

  /**
   * Creates the view model.
   *
   * @param finder looks up what an earlier sweep found, by the model's fingerprint; takes its time
   * @param window runs what follows on the window's thread
   */
  public SafeBandViewModel(
      ModelViewModel models,
      SteeringViewModel steering,
      BiFunction<String, SteeringVector, Optional<SafeBands>> finder,
      TaskRunner tasks,
      Executor window) {
    this.models = models;
    this.steering = steering;
    this.finder = finder;
    this.tasks = tasks;
    this.window = window;
    steering.stateProperty().addListener((property, before, now) -> changed());
    models.engineProperty().addListener((property, before, now) -> changed());
    changed();
  }

  /** Takes what a sweep found, if it is about the present model and vector. */
  public void found(SafeBands news) {
    if (model != null && vector != null && news.concern(model, vector)) {
      bands = news;
      show();
    }
  }

  private void changed() {
    VectorInUse inUse = steering.stateProperty().get().vector();
    RunEngine engine = models.engineProperty().get();
    SteeringVector nextVector = inUse == null ? null : inUse.vector();
    String nextModel = engine == null ? null : engine.info().fingerprint();
    boolean same =
        (nextModel == null ? model == null : nextModel.equals(model))
            && (nextVector == null ? vector == null : nextVector.equals(vector));
    if (!same) {
      vector = nextVector;
      model = nextModel;
      bands = null;
      if (nextModel != null && nextVector != null) {
        lookUp(nextModel, nextVector);
      }
    }
    show();
  }

  private void lookUp(String ofModel, SteeringVector ofVector) {
    tasks.quietly(
        () ->
            finder
                .apply(ofModel, ofVector)
                .ifPresent(
                    found ->
                        window.execute(
                            () -> {
                              if (bands == null) {
                                found(found);
                              }
                            })));
  }

  private void show() {
    SafeBands known = bands;
    band.set(known == null ? null : steering.steering().flatMap(known::at).orElse(null));
  }

  /** The band at the present layer; null while none is known. */
  public ReadOnlyObjectProperty<@Nullable StrengthBand> bandProperty() {
    return band.getReadOnlyProperty();
  }
}
