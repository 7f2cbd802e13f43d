package org.densesteer.ui.settings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.densesteer.common.Json;
import org.densesteer.model.Precision;
import org.jspecify.annotations.Nullable;

/**
 * The settings as they lie in the file.
 *
 * @param window where the window was
 * @param splits where the dividers stood
 * @param theme light or dark
 * @param textScale factor on the size of all text
 * @param model {@code sample}, or the checkpoint folder
 * @param recentModels folders opened before, latest first
 * @param precision label of what models are asked to compute in
 * @param vector {@code sample}, or the vector file
 * @param recentVectors files opened before, latest first
 * @param recentProblems problem files opened before, latest first
 * @param recentSweeps folders of sweeps opened before, latest first
 * @param recentSessions session files opened or saved before, latest first
 * @param problemReadings how a person had some of them read, by their path
 * @param prompt the prompt panel
 * @param steering the steering panel
 * @param mix the vectors beside the one in use
 * @param figure how the last figure was saved
 * @param stage how answers are presented
 * @param arms the arms beside baseline and steered arm
 * @param floor whether random directions ride along; null for yes
 * @param drawer whether the notebook stands beside the answers; null for no
 */
record SettingsRecord(
    @Nullable WindowPlace window,
    @Nullable Splits splits,
    @Nullable Theme theme,
    double textScale,
    @Nullable String model,
    @Nullable List<String> recentModels,
    @Nullable String precision,
    @Nullable String vector,
    @Nullable List<String> recentVectors,
    @Nullable List<String> recentProblems,
    @Nullable List<String> recentSweeps,
    @Nullable List<String> recentSessions,
    @Nullable Map<String, SavedReading> problemReadings,
    @Nullable SavedPrompt prompt,
    @Nullable SavedSteering steering,
    @Nullable List<@Nullable SavedMix> mix,
    @Nullable SavedFigure figure,
    @Nullable SavedStage stage,
    @Nullable List<@Nullable SavedArm> arms,
    @Nullable Boolean floor,
    @Nullable Boolean drawer) {

  static SettingsRecord of(Settings settings) {
    return new SettingsRecord(
        settings.windowProperty().get(),
        settings.splitsProperty().get(),
        settings.themeProperty().get(),
        settings.textScaleProperty().get(),
        settings.modelProperty().get(),
        List.copyOf(settings.recentModels()),
        settings.precisionProperty().get().label(),
        settings.vectorProperty().get(),
        List.copyOf(settings.recentVectors()),
        List.copyOf(settings.recentProblems()),
        List.copyOf(settings.recentSweeps()),
        List.copyOf(settings.recentSessions()),
        readings(settings),
        settings.promptProperty().get(),
        settings.steeringProperty().get(),
        List.copyOf(settings.mix()),
        settings.figureProperty().get(),
        settings.stageProperty().get(),
        List.copyOf(settings.arms()),
        settings.floorProperty().get(),
        settings.drawerProperty().get());
  }

  /**
   * What two windows on one file come to, field by field: this window's where it changed a field,
   * else the other's.
   *
   * @param before what this window read or wrote last
   * @param now what it has now
   * @param there what lies in the file
   */
  static SettingsRecord merged(SettingsRecord before, SettingsRecord now, SettingsRecord there) {
    ObjectNode old = Json.LENIENT.valueToTree(before);
    ObjectNode merged = Json.LENIENT.valueToTree(there);
    Json.LENIENT
        .<ObjectNode>valueToTree(now)
        .properties()
        .forEach(
            field -> {
              if (!field.getValue().equals(old.get(field.getKey()))) {
                merged.set(field.getKey(), field.getValue());
              }
            });
    return Json.LENIENT.convertValue(merged, SettingsRecord.class);
  }

  /** The names of all files and folders in it. */
  List<String> files() {
    List<String> files = new ArrayList<>();
    Stream.of(recentModels, recentVectors, recentProblems, recentSweeps, recentSessions)
        .forEach(recent -> files.addAll(paths(recent)));
    Stream.of(model, vector, prompt == null ? null : prompt.problemSet())
        .filter(Objects::nonNull)
        .forEach(files::add);
    present(mix == null ? List.of() : mix)
        .forEach(each -> files.add(String.valueOf(each.vector())));
    present(arms == null ? List.of() : arms).stream()
        .map(SavedArm::vector)
        .filter(Objects::nonNull)
        .forEach(files::add);
    return files;
  }

  void copyTo(Settings settings) {
    settings.windowProperty().set(Objects.requireNonNullElse(window, WindowPlace.DEFAULT));
    settings.splitsProperty().set(Objects.requireNonNullElse(splits, Splits.DEFAULT));
    settings.themeProperty().set(Objects.requireNonNullElse(theme, Theme.LIGHT));
    settings.textScaleProperty().set(Settings.boundedScale(textScale));
    settings.modelProperty().set(Objects.requireNonNullElse(model, Settings.SAMPLE));
    settings.recentModels().setAll(paths(recentModels));
    settings.precisionProperty().set(precision(precision));
    settings.vectorProperty().set(Objects.requireNonNullElse(vector, Settings.SAMPLE));
    settings.recentVectors().setAll(paths(recentVectors));
    settings.recentProblems().setAll(paths(recentProblems));
    settings.recentSweeps().setAll(paths(recentSweeps));
    settings.recentSessions().setAll(paths(recentSessions));
    if (problemReadings != null) {
      problemReadings.forEach(
          (path, reading) -> settings.problemReadings().put(path, reading.toReading()));
    }
    settings.promptProperty().set(Objects.requireNonNullElse(prompt, SavedPrompt.DEFAULT));
    settings.steeringProperty().set(Objects.requireNonNullElse(steering, SavedSteering.DEFAULT));
    settings.figureProperty().set(Objects.requireNonNullElse(figure, SavedFigure.DEFAULT));
    settings.mix().setAll(mix == null ? List.of() : present(mix));
    settings.stageProperty().set(Objects.requireNonNullElse(stage, SavedStage.DEFAULT));
    settings.floorProperty().set(floor == null || floor);
    settings.drawerProperty().set(drawer != null && drawer);
    settings.arms().setAll(arms == null ? List.of() : present(arms));
  }

  /** Those of files that are still among the recent ones. */
  private static Map<String, SavedReading> readings(Settings settings) {
    Map<String, SavedReading> readings = new TreeMap<>();
    settings
        .problemReadings()
        .forEach(
            (path, reading) -> {
              if (settings.recentProblems().contains(path)) {
                readings.put(path, SavedReading.of(reading));
              }
            });
    return readings;
  }

  /** A label of another version counts as none. */
  private static Precision precision(@Nullable String label) {
    return Optional.ofNullable(label).flatMap(Precision::ofLabel).orElse(Precision.AUTO);
  }

  private static <T> List<T> present(List<@Nullable T> some) {
    return some.stream().filter(Objects::nonNull).map(Objects::requireNonNull).toList();
  }

  private static List<String> paths(@Nullable List<String> paths) {
    return paths == null
        ? List.of()
        : paths.stream().filter(Objects::nonNull).limit(Settings.RECENT_LIMIT).toList();
  }
}
