package org.densesteer.ui.vectors;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.densesteer.steering.library.Annotation;
import org.densesteer.steering.library.LibraryContents;
import org.densesteer.steering.library.LibraryEntry;
import org.densesteer.steering.library.VectorLibrary;
import org.densesteer.steering.library.VectorSummary;
import org.densesteer.ui.Samples;
import org.densesteer.ui.ScriptedEngine;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.SameThreadTasks;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.settings.Source;
import org.densesteer.ui.steering.MixerViewModel;
import org.densesteer.ui.steering.OpenedVector;
import org.densesteer.ui.steering.SteeringViewModel;
import org.densesteer.ui.steering.VectorChoices;

/** A library in a folder, with everything that the page's view models stand on. */
final class VectorsFixture {

  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-04T12:00:00Z"), ZoneOffset.UTC);

  final SameThreadTasks tasks = new SameThreadTasks();
  final Notices notices = new Notices();
  final Settings settings = new Settings();
  final ModelViewModel models =
      new ModelViewModel(
          (folder, progress, cancellation) -> new ScriptedEngine(192, 6, 0),
          () -> Path.of("/sample"),
          tasks,
          notices,
          settings);
  final SteeringViewModel steering = new SteeringViewModel(models, settings);
  final VectorChoices vectors =
      new VectorChoices(
          source -> new OpenedVector(Samples.vector(6, 192), List.of()),
          steering,
          tasks,
          notices,
          settings);
  final MixerViewModel mixer = new MixerViewModel(steering, vectors, settings);
  final VectorCheck check = new VectorCheck(models, steering);
  final VectorLibrary store;
  final LibraryViewModel library;

  VectorsFixture(Path folder) {
    store = new VectorLibrary(folder, CLOCK);
    library = new LibraryViewModel(store, VectorsFixture::samples, vectors, tasks, notices);
    models.open(Source.SAMPLE_MODEL);
  }

  /** One sample, whose file is never read. */
  private static LibraryContents samples() {
    return new LibraryContents(
        List.of(
            new LibraryEntry(
                Path.of("built-in", "built in.safetensors"),
                VectorSummary.of(Samples.vector(6, 192)),
                Annotation.NONE,
                true)),
        List.of());
  }

  /** Puts sample vectors of these names into the library. */
  VectorsFixture with(String... names) {
    for (String name : names) {
      store.add(Samples.vector(6, 192).renamed(name), "", List.of());
    }
    library.refresh();
    return this;
  }

  LibraryEntry entry(String name) {
    return library.all().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  void select(String name) {
    library.selectedProperty().set(entry(name));
  }

  List<String> shown() {
    return library.shown().stream().map(LibraryEntry::name).toList();
  }

  String sentence() {
    Notice notice = notices.shownProperty().get();
    return notice == null ? "" : notice.sentence();
  }
}
