package org.densesteer.ui.vectors;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.densesteer.steering.format.VectorFiles;
import org.densesteer.steering.format.VectorRead;
import org.densesteer.steering.library.VectorNames;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.TaskRunner;
import org.jspecify.annotations.Nullable;

/** Files on their way into the library, one after the other, each looked at before it is taken. */
public final class ImportViewModel {

  private static final int MOST_NAMED = 4;

  private final LibraryViewModel library;
  private final VectorCheck check;
  private final TaskRunner tasks;
  private final Notices notices;

  private final Deque<Path> waiting = new ArrayDeque<>();
  private final Map<Path, Throwable> failed = new LinkedHashMap<>();
  private final ReadOnlyObjectWrapper<@Nullable VectorRead> read = new ReadOnlyObjectWrapper<>();
  private final IntegerProperty ggufLayerOffset = new SimpleIntegerProperty();
  private final StringProperty name = new SimpleStringProperty("");
  private @Nullable Path file;
  private final Latest latest = new Latest();

  /** Creates the view model of an import that has not begun. */
  public ImportViewModel(
      LibraryViewModel library, VectorCheck check, TaskRunner tasks, Notices notices) {
    this.library = library;
    this.check = check;
    this.tasks = tasks;
    this.notices = notices;
    ggufLayerOffset.addListener((property, before, now) -> readAgain());
  }

  /** Begins with these files, and forgets those still waiting from before. */
  public void begin(List<Path> files) {
    notices.dismiss();
    waiting.clear();
    waiting.addAll(files);
    failed.clear();
    next();
  }

  /** Goes on to the next file without taking this one. */
  public void skip() {
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
    tasks.start(
        "Reading " + wanted.getFileName(),
        (progress, cancellation) -> VectorFiles.read(wanted, offset),
        turn.only(read::set),
        failure -> {
          tell(wanted, failure);
          if (turn.current()) {
            next();
          }
        });
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
  public void take() {
    VectorRead present = read.get();
    if (present == null || file == null) {
      return;
    }
    try {
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
  public List<LintFinding> findings() {
    VectorRead present = read.get();
    if (present == null) {
      return List.of();
    }
    List<LintFinding> findings = new ArrayList<>(check.findings(present.vector()));
    Set<String> said = findings.stream().map(LintFinding::sentence).collect(Collectors.toSet());
    present.warnings().stream()
        .filter(text -> !said.contains(text))
        .map(text -> new LintFinding(Severity.WARNING, text))
        .forEach(found -> findings.add(0, found));
    return findings;
  }

  /** The file that is looked at; null between files. */
  public @Nullable Path file() {
    return file;
  }

  /** How many files wait after this one. */
  public int waiting() {
    return waiting.size();
  }

  /** What the file holds; null between files. */
  public ReadOnlyObjectProperty<@Nullable VectorRead> readProperty() {
    return read.getReadOnlyProperty();
  }

  /** How a GGUF file counts layers: 0 as llama.cpp applies them, 1 for one more. */
  public IntegerProperty ggufLayerOffsetProperty() {
    return ggufLayerOffset;
  }

  /** What the vector will be called. */
  public StringProperty nameProperty() {
    return name;
  }
}
