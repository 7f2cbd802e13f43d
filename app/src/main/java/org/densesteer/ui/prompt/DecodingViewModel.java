package org.densesteer.ui.prompt;

import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import org.densesteer.generation.Sampling;
import org.densesteer.ui.settings.SavedPrompt;

/** How tokens are chosen, and how many at most. */
public final class DecodingViewModel {

  private final BooleanProperty sampled = new SimpleBooleanProperty();
  private final DoubleProperty temperature = new SimpleDoubleProperty();
  private final DoubleProperty topP = new SimpleDoubleProperty();
  private final LongProperty seed = new SimpleLongProperty();
  private final IntegerProperty maxTokens = new SimpleIntegerProperty();

  DecodingViewModel(SavedPrompt saved) {
    sampled.set(saved.sampled());
    temperature.set(saved.temperature());
    topP.set(saved.topP());
    seed.set(saved.seed());
    maxTokens.set(saved.maxTokens());
  }

  /** Whether tokens are drawn instead of the likeliest taken. */
  public BooleanProperty sampledProperty() {
    return sampled;
  }

  /** Divisor of the logits when sampled. */
  public DoubleProperty temperatureProperty() {
    return temperature;
  }

  /** Smallest probability mass kept when sampled. */
  public DoubleProperty topPProperty() {
    return topP;
  }

  /** Start of the random streams. */
  public LongProperty seedProperty() {
    return seed;
  }

  /** Most tokens an answer may have. */
  public IntegerProperty maxTokensProperty() {
    return maxTokens;
  }

  /** The choice as a run takes it. */
  public Sampling sampling() {
    return sampled.get()
        ? new Sampling(temperature.get(), topP.get(), seed.get())
        : new Sampling(0, 1, seed.get());
  }

  Observable[] observables() {
    return new Observable[] {sampled, temperature, topP, seed, maxTokens};
  }
}
