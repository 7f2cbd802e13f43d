package org.densesteer.ui.steering;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableObjectValue;
import javafx.beans.value.ObservableValue;
import org.densesteer.evaluation.results.SafeBands;
import org.densesteer.evaluation.results.StrengthBand;
import org.densesteer.steering.SteeringVector;
import org.densesteer.ui.common.TaskRunner;
import org.densesteer.ui.model.ModelViewModel;
import org.jspecify.annotations.Nullable;

/**
 * Which strengths the last sweep of this model and this vector found safe at the present layer.
 * Used on the window's thread.
 */
public final class SafeBandViewModel {

  /** What a sweep is about: a model by its fingerprint, and a vector. */
  private record Subject(String model, SteeringVector vector) {}

  private final SteeringViewModel steering;
  private final BiFunction<String, SteeringVector, Optional<SafeBands>> finder;
  private final TaskRunner tasks;
  private final Executor window;
  private final ObservableValue<@Nullable Subject> subject;
  private final ObjectProperty<@Nullable SafeBands> bands = new SimpleObjectProperty<>();
  private final ObjectBinding<@Nullable StrengthBand> band;

  /**
   * Creates the view model.
   *
   * @param finder looks up what an earlier sweep found, by the model's fingerprint; takes its time
   * @param window runs what follows on the window's thread
   */
  SafeBandViewModel(
      ModelViewModel models,
      SteeringViewModel steering,
      BiFunction<String, SteeringVector, Optional<SafeBands>> finder,
      TaskRunner tasks,
      Executor window) {
    this.steering = steering;
    this.finder = finder;
    this.tasks = tasks;
    this.window = window;
    band = Bindings.createObjectBinding(this::band, bands, steering.stateProperty());
    subject =
        models
            .engineProperty()
            .flatMap(
                engine ->
                    steering
                        .vectorProperty()
                        .map(used -> new Subject(engine.info().fingerprint(), used.vector())));
    subject.subscribe(this::changed);
  }

  private void changed(@Nullable Subject now) {
    bands.set(null);
    if (now != null) {
      tasks.quietly(
          () ->
              finder
                  .apply(now.model(), now.vector())
                  .ifPresent(found -> window.execute(() -> lookedUp(found))));
    }
  }

  private void lookedUp(SafeBands earlier) {
    if (bands.get() == null) {
      found(earlier);
    }
  }

  /** Takes what a sweep found, if it is about the present model and vector. */
  public void found(SafeBands news) {
    Subject present = subject.getValue();
    if (present != null && news.concern(present.model(), present.vector())) {
      bands.set(news);
    }
  }

  private @Nullable StrengthBand band() {
    SafeBands known = bands.get();
    return known == null ? null : steering.steering().flatMap(known::at).orElse(null);
  }

  /** The band at the present layer; null while none is known. */
  ObservableObjectValue<@Nullable StrengthBand> bandProperty() {
    return band;
  }
}
