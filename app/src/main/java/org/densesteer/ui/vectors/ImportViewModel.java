package org.densesteer.ui.vectors;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.densesteer.common.FaultException;
import org.densesteer.common.Latest;
import org.densesteer.common.Texts;
import org.densesteer.steering.LintFinding;
import org.densesteer.steering.LintFinding.Severity;
import org.densesteer.steering.content.FileNameLayer;
import org.densesteer.steering.format.MissingLayerException;
import org.densesteer.steering.format.VectorFiles;
import org.densesteer.steering.format.VectorRead;
import org.densesteer.steering.library.VectorNames;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.TaskRunner;
import org.jspecify.annotations.Nullable;

/** Files on their way into the library, one after the other, each looked at before it is taken. */
final class ImportViewModel {

  private static final int MOST_NAMED = 4;

  private static final String LAYER_NEEDED =
      "Neither the file nor its name says the decoder block of its direction: fill it in, counted"
          + " from 0.";

  private final LibraryViewModel library;
  private final VectorCheck check;
  private final TaskRunner tasks;
  private final Notices notices;

  private final Deque<Path> waiting = new ArrayDeque<>();
  private final Map<Path, Throwable> failed = new LinkedHashMap<>();
  private final ReadOnlyObjectWrapper<@Nullable VectorRead> read = new ReadOnlyObjectWrapper<>();
  private final IntegerProperty ggufLayerOffset = new SimpleIntegerProperty();
  private final StringProperty layer = new SimpleStringProperty("");
  private final StringProperty name = new SimpleStringProperty("");
  private @Nullable Path file;
  private final Latest latest = new Latest();

  /** Creates the view model of an import that has not begun. */
  ImportViewModel(LibraryViewModel library, VectorCheck check, TaskRunner tasks, Notices notices) {
    this.library = library;
    this.check = check;
    this.tasks = tasks;
    this.notices = notices;
    ggufLayerOffset.addListener((property, before, now) -> readAgain());
    layer.addListener((property, before, now) -> readAgain());
  }

  /** Begins with these files, and forgets those still waiting from before. */
  void begin(List<Path> files) {
    notices.dismiss();
    waiting.clear();
    waiting.addAll(files);
    failed.clear();
    next();
  }

  /** Goes on to the next file without taking this one. */
  void skip() {
    next();
  }

  private void next() {
    latest.forget();
    read.set(null);
    file = waiting.poll();
    if (file != null) {
      // Not read again for it: the file that is read next has none yet.
      Path mine = file;
      file = null;
      ggufLayerOffset.set(0);
      layer.set("");
      file = mine;
      name.set(VectorNames.cleaned(VectorFiles.baseName(mine)));
      read(mine);
    }
  }

  private void readAgain() {
    if (file != null) {
      read(file);
    }
  }

  private void read(Path wanted) {
    Latest.Turn turn = latest.start();
    int offset = ggufLayerOffset.get();
    OptionalInt typed = typedLayer();
    tasks.start(
        "Reading " + wanted.getFileName(),
        (progress, cancellation) -> read(wanted, offset, typed),
        turn.only(read::set),
        failure -> {
          tell(wanted, failure);
          if (turn.current()) {
            next();
          }
        });
  }

  /** Where a layer is missing, the file is shown as if it were for block 0 until one is typed. */
  private static VectorRead read(Path wanted, int offset, OptionalInt typed) {
    try {
      return VectorFiles.read(wanted, offset, typed);
    } catch (MissingLayerException e) {
      return VectorFiles.read(wanted, offset, OptionalInt.of(0));
    }
  }

  private OptionalInt typedLayer() {
    String digits = layer.get().strip();
    return digits.matches("[0-9]{1,4}")
        ? OptionalInt.of(Integer.parseInt(digits))
        : OptionalInt.empty();
  }

  /** Whether the file leaves it to the person for which layer its direction is. */
  boolean asksForLayer() {
    VectorRead present = read.get();
    return present != null && present.layerAssumed();
  }

  /** What is taken where no layer is typed, as a hint. */
  String namedLayerWords() {
    OptionalInt named =
        file == null ? OptionalInt.empty() : FileNameLayer.of(VectorFiles.baseName(file));
    return named.isPresent() ? named.getAsInt() + ", from the file's name" : "counted from 0";
  }

  /** Whether neither the file, nor its name, nor the person has said it yet. */
  private boolean lacksLayer() {
    return asksForLayer()
        && typedLayer().isEmpty()
        && FileNameLayer.of(VectorFiles.baseName(Objects.requireNonNull(file))).isEmpty();
  }

  /** Of several files that cannot be read, one notice names all: a later one must not hide them. */
  private void tell(Path file, Throwable failure) {
    if (!(failure instanceof CancellationException)) {
      failed.put(file, failure);
    }
    if (failed.size() < 2) {
      notices.fail(failure);
      return;
    }
    String names =
        failed.keySet().stream()
            .map(each -> String.valueOf(each.getFileName()))
            .limit(MOST_NAMED)
            .collect(Collectors.joining(", "));
    int more = failed.size() - MOST_NAMED;
    notices.show(
        new Notice(
            Notice.Severity.ERROR,
            Texts.of(
                "%d files cannot be imported: %s%s.",
                failed.size(), names, more > 0 ? Texts.of(" and %d more", more) : ""),
            failed.values().stream()
                .map(each -> Notice.of(each).sentence())
                .collect(Collectors.joining("\n"))));
  }

  /** Takes the file into the library, if its name can be used. */
  void take() {
    VectorRead present = read.get();
    if (present == null || file == null) {
      return;
    }
    try {
      if (lacksLayer()) {
        throw new FaultException(LAYER_NEEDED);
      }
      OptionalInt typed = typedLayer();
      if (asksForLayer() && typed.isPresent() && !present.vector().hasLayer(typed.getAsInt())) {
        // Still being read for the layer that was typed last.
        return;
      }
      String checked = VectorNames.checked(name.get());
      library.add(present.vector().renamed(checked), origin(present, file));
      next();
    } catch (FaultException e) {
      notices.fail(e);
    }
  }

  private String origin(VectorRead present, Path from) {
    String text =
        Texts.of(
            "From %s (%s, %s)",
            from.getFileName(), present.format().displayName(), present.dtype());
    return ggufLayerOffset.get() == 1 ? text + ", its layers counted one lower" : text;
  }

  /** What a person should know before taking it. */
  List<LintFinding> findings() {
    VectorRead present = read.get();
    if (present == null) {
      return List.of();
    }
    List<LintFinding> findings = new ArrayList<>(check.findings(present.vector()));
    Set<String> said = findings.stream().map(LintFinding::sentence).collect(Collectors.toSet());
    if (lacksLayer()) {
      findings.add(new LintFinding(Severity.WARNING, LAYER_NEEDED));
    }
    present.warnings().stream()
        .filter(text -> !said.contains(text))
        .map(text -> new LintFinding(Severity.WARNING, text))
        .forEach(found -> findings.add(0, found));
    return findings;
  }

  /** The file that is looked at; null between files. */
  @Nullable Path file() {
    return file;
  }

  /** How many files wait after this one. */
  int waiting() {
    return waiting.size();
  }

  /** What the file holds; null between files. */
  ReadOnlyObjectProperty<@Nullable VectorRead> readProperty() {
    return read.getReadOnlyProperty();
  }

  /** How a GGUF file counts layers: 0 as llama.cpp applies them, 1 for one more. */
  IntegerProperty ggufLayerOffsetProperty() {
    return ggufLayerOffset;
  }

  /** Decoder block, as it was typed, of a direction for which the file names none. */
  StringProperty layerProperty() {
    return layer;
  }

  /** What the vector will be called. */
  StringProperty nameProperty() {
    return name;
  }
}
