package org.densesteer.ui.vectors;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.densesteer.common.Latest;
import org.densesteer.steering.LintFinding;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.library.LibraryEntry;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.TaskRunner;
import org.densesteer.ui.steering.InUseWords;
import org.densesteer.ui.steering.MixerViewModel;
import org.densesteer.ui.steering.Recommendation;
import org.densesteer.ui.steering.SteeringViewModel;
import org.densesteer.ui.steering.VectorInUse;
import org.jspecify.annotations.Nullable;

/** One vector of the library: what it is, what is wrong with it, and what can be done with it. */
public final class DetailsViewModel {

  private static final String BASELINE_ONLY = " Until then only the baseline runs.";

  private final LibraryViewModel library;
  private final SteeringViewModel steering;
  private final MixerViewModel mixer;
  private final VectorCheck check;
  private final TaskRunner tasks;
  private final Notices notices;

  private final ReadOnlyObjectWrapper<@Nullable SteeringVector> vector =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<List<LintFinding>> findings =
      new ReadOnlyObjectWrapper<>(List.of());
  private @Nullable LibraryEntry shown;
  private final Latest latest = new Latest();

  /** Creates the view model; it follows what is selected in the library. */
  public DetailsViewModel(
      LibraryViewModel library,
      SteeringViewModel steering,
      MixerViewModel mixer,
      VectorCheck check,
      TaskRunner tasks,
      Notices notices) {
    this.library = library;
    this.steering = steering;
    this.mixer = mixer;
    this.check = check;
    this.tasks = tasks;
    this.notices = notices;
    library.selectedProperty().addListener((property, before, now) -> selected(now));
  }

  private void selected(@Nullable LibraryEntry entry) {
    if (entry != null && isSameFile(entry, shown)) {
      shown = entry;
      return;
    }
    shown = entry;
    Latest.Turn turn = latest.start();
    vector.set(null);
    findings.set(List.of());
    if (entry != null) {
      tasks.start(
          "Reading " + entry.name(),
          (progress, cancellation) -> entry.load(),
          turn.only(
              loaded -> {
                vector.set(loaded);
                findings.set(check.findings(loaded));
              }),
          notices::fail);
    }
  }

  /** Whether only a note about it changed. */
  private static boolean isSameFile(LibraryEntry entry, @Nullable LibraryEntry before) {
    return before != null
        && before.file().equals(entry.file())
        && before.summary().equals(entry.summary());
  }

  /** Makes it the vector in use. */
  public void use() {
    withSource(
        chosen -> {
          steering.use(chosen);
          tell(InUseWords.inUse(chosen.vector()));
        });
  }

  /** Lets it work beside the one in use. */
  public void addToMix() {
    withSource(
        chosen -> {
          mixer.add(chosen);
          tell(InUseWords.mixed(chosen.vector()));
        });
  }

  /** What was done is seen on another page; so is what keeps it from working. */
  private void tell(String done) {
    notices.show(
        check
            .misfit()
            .map(why -> Notice.warning(why + BASELINE_ONLY))
            .orElseGet(() -> Notice.info(done)));
  }

  private void withSource(Consumer<VectorInUse> action) {
    LibraryEntry entry = library.selectedProperty().get();
    SteeringVector loaded = vector.get();
    if (entry != null && loaded != null) {
      action.accept(new VectorInUse(LibraryViewModel.source(entry), loaded));
    }
  }

  /** Layer and strength that it recommends; empty until it was read. */
  public Optional<Recommendation> recommendation() {
    return Optional.ofNullable(vector.get()).map(Recommendation::of);
  }

  /** Words between commas or semicolons, as tags. */
  static List<String> tags(String text) {
    return Arrays.stream(text.split("[,;]"))
        .map(String::strip)
        .filter(tag -> !tag.isEmpty())
        .distinct()
        .toList();
  }

  /** The library that it is in. */
  public LibraryViewModel library() {
    return library;
  }

  /** The vector itself; null until it was read. */
  public ReadOnlyObjectProperty<@Nullable SteeringVector> vectorProperty() {
    return vector.getReadOnlyProperty();
  }

  /** What a person should know before using it. */
  public ReadOnlyObjectProperty<List<LintFinding>> findingsProperty() {
    return findings.getReadOnlyProperty();
  }
}
