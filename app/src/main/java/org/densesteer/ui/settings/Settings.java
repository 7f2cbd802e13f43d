package org.densesteer.ui.settings;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import org.densesteer.evaluation.problems.ProblemReading;
import org.densesteer.model.Precision;

/** What the window remembers, as properties that its parts bind to. */
public final class Settings {

  /** Stands for what is built in, where a path could stand. */
  public static final String SAMPLE = "sample";

  static final int RECENT_LIMIT = 12;

  private static final double SMALLEST_SCALE = 0.7;
  private static final double LARGEST_SCALE = 2.5;

  private final ObjectProperty<WindowPlace> window =
      new SimpleObjectProperty<>(WindowPlace.DEFAULT);
  private final ObjectProperty<Splits> splits = new SimpleObjectProperty<>(Splits.DEFAULT);
  private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
  private final DoubleProperty textScale = new SimpleDoubleProperty(1);
  private final StringProperty model = new SimpleStringProperty(SAMPLE);
  private final ObservableList<String> recentModels = FXCollections.observableArrayList();
  private final ObjectProperty<Precision> precision = new SimpleObjectProperty<>(Precision.AUTO);
  private final StringProperty vector = new SimpleStringProperty(SAMPLE);
  private final ObservableList<String> recentVectors = FXCollections.observableArrayList();
  private final ObservableList<String> recentProblems = FXCollections.observableArrayList();
  private final ObservableList<String> recentSweeps = FXCollections.observableArrayList();
  private final ObservableList<String> recentSessions = FXCollections.observableArrayList();
  private final ObservableMap<String, ProblemReading> problemReadings =
      FXCollections.observableMap(new ConcurrentHashMap<>());
  private final ObjectProperty<SavedPrompt> prompt =
      new SimpleObjectProperty<>(SavedPrompt.DEFAULT);
  private final ObjectProperty<SavedSteering> steering =
      new SimpleObjectProperty<>(SavedSteering.DEFAULT);
  private final ObjectProperty<SavedFigure> figure =
      new SimpleObjectProperty<>(SavedFigure.DEFAULT);
  private final ObservableList<SavedMix> mix = FXCollections.observableArrayList();
  private final ObjectProperty<SavedStage> stage = new SimpleObjectProperty<>(SavedStage.DEFAULT);

  private final ObservableList<SavedArm> arms = FXCollections.observableArrayList();

  private final BooleanProperty floor = new SimpleBooleanProperty(true);

  private final BooleanProperty drawer = new SimpleBooleanProperty();

  /** Where the window is. */
  public ObjectProperty<WindowPlace> windowProperty() {
    return window;
  }

  /** Where the dividers stand. */
  public ObjectProperty<Splits> splitsProperty() {
    return splits;
  }

  /** Light or dark. */
  public ObjectProperty<Theme> themeProperty() {
    return theme;
  }

  /** Factor on the size of all text. */
  public DoubleProperty textScaleProperty() {
    return textScale;
  }

  /** {@link #SAMPLE}, or the checkpoint folder in use. */
  public StringProperty modelProperty() {
    return model;
  }

  /** Checkpoint folders opened before, latest first. */
  public ObservableList<String> recentModels() {
    return recentModels;
  }

  /** What models are asked to compute in. */
  public ObjectProperty<Precision> precisionProperty() {
    return precision;
  }

  /** {@link #SAMPLE}, or the vector file in use. */
  public StringProperty vectorProperty() {
    return vector;
  }

  /** Vector files opened before, latest first. */
  public ObservableList<String> recentVectors() {
    return recentVectors;
  }

  /** Problem files opened before, latest first. */
  public ObservableList<String> recentProblems() {
    return recentProblems;
  }

  /** Folders of sweeps opened before that lie elsewhere than the window's own, latest first. */
  public ObservableList<String> recentSweeps() {
    return recentSweeps;
  }

  /** Session files opened or saved before, latest first. */
  public ObservableList<String> recentSessions() {
    return recentSessions;
  }

  /** How a person had a problem file read, from any thread. */
  public ProblemReading problemReading(Source source) {
    return problemReadings.getOrDefault(source.key(), ProblemReading.AUTOMATIC);
  }

  /** How problem files are read, by their {@link Source#key}. */
  public ObservableMap<String, ProblemReading> problemReadings() {
    return problemReadings;
  }

  /** The prompt panel. */
  public ObjectProperty<SavedPrompt> promptProperty() {
    return prompt;
  }

  /** The steering panel. */
  public ObjectProperty<SavedSteering> steeringProperty() {
    return steering;
  }

  /** How the last figure was saved. */
  public ObjectProperty<SavedFigure> figureProperty() {
    return figure;
  }

  /** The vectors that work beside the one in use. */
  public ObservableList<SavedMix> mix() {
    return mix;
  }

  /** How answers are presented. */
  public ObjectProperty<SavedStage> stageProperty() {
    return stage;
  }

  /** The arms beside baseline and steered arm. */
  public ObservableList<SavedArm> arms() {
    return arms;
  }

  /** Whether random directions of equal push ride along behind every steered run. */
  public BooleanProperty floorProperty() {
    return floor;
  }

  /** Whether the notebook stands beside the answers. */
  public BooleanProperty drawerProperty() {
    return drawer;
  }

  /** Puts a source at the head of a list of recent ones, unless it is built in. */
  public static void remember(ObservableList<String> recent, Source source) {
    if (source.path() != null) {
      recent.remove(source.key());
      recent.add(0, source.key());
      if (recent.size() > RECENT_LIMIT) {
        recent.remove(RECENT_LIMIT, recent.size());
      }
    }
  }

  /** The nearest scale at which text stays readable and the window usable. */
  public static double boundedScale(double scale) {
    return scale > 0 ? Math.min(Math.max(scale, SMALLEST_SCALE), LARGEST_SCALE) : 1;
  }

  /** Hears of every change from now on. */
  void onChange(Runnable heard) {
    problemReadings.subscribe(heard);
    for (ObservableList<?> list :
        List.of(
            recentModels, recentVectors, recentProblems, recentSweeps, recentSessions, mix, arms)) {
      list.subscribe(heard);
    }
    for (ObservableValue<?> value :
        List.of(
            window, splits, theme, textScale, model, precision, vector, prompt, steering, figure,
            stage, floor, drawer)) {
      value.subscribe((before, now) -> heard.run());
    }
  }
}
