package org.densesteer.ui.prompt;

import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.densesteer.generation.Sampling;
import org.densesteer.model.checkpoint.GenerationDefaults;
import org.densesteer.ui.settings.SavedPrompt;

/** How tokens are chosen, and how many at most. */
public final class DecodingViewModel {

  private final BooleanProperty sampled = new SimpleBooleanProperty();
  private final DoubleProperty temperature = new SimpleDoubleProperty();
  private final IntegerProperty topK = new SimpleIntegerProperty();
  private final DoubleProperty topP = new SimpleDoubleProperty();
  private final BooleanProperty penalised = new SimpleBooleanProperty();
  private final ObjectProperty<GenerationDefaults> checkpoint =
      new SimpleObjectProperty<>(GenerationDefaults.NONE);
  private final LongProperty seed = new SimpleLongProperty();
  private final IntegerProperty maxTokens = new SimpleIntegerProperty();

  DecodingViewModel(SavedPrompt saved) {
    become(saved);
  }

  /** Takes up what was saved. */
  final void become(SavedPrompt saved) {
    sampled.set(saved.sampled());
    temperature.set(saved.temperature());
    topK.set(saved.topK());
    topP.set(saved.topP());
    penalised.set(!saved.withoutPenalty());
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

  /** How many of the likeliest tokens are kept when sampled; 0 for all. */
  public IntegerProperty topKProperty() {
    return topK;
  }

  /** Smallest probability mass kept when sampled. */
  public DoubleProperty topPProperty() {
    return topP;
  }

  /** Whether the checkpoint's repetition penalty is applied, greedy or not. */
  public BooleanProperty penalisedProperty() {
    return penalised;
  }

  /** How the loaded checkpoint's makers want it to answer. */
  public ObjectProperty<GenerationDefaults> checkpointProperty() {
    return checkpoint;
  }

  /** Samples with what the checkpoint says of temperature, top-k and top-p. */
  public void takeCheckpoint() {
    GenerationDefaults says = checkpoint.get();
    sampled.set(true);
    temperature.set(says.temperature() == null ? 1 : says.temperature());
    topK.set(says.topK() == null ? 0 : says.topK());
    topP.set(says.topP() == null ? 1 : says.topP());
    penalised.set(true);
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
    double penalty = penalised.get() ? checkpoint.get().repetitionPenalty() : 1;
    return sampled.get()
        ? new Sampling(temperature.get(), topK.get(), topP.get(), penalty, seed.get())
        : new Sampling(0, 0, 1, penalty, seed.get());
  }

  /** All of it, to hear of any change. */
  public Observable[] observables() {
    return new Observable[] {sampled, temperature, topK, topP, penalised, seed, maxTokens};
  }
}
