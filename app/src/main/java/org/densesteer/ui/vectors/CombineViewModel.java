package org.densesteer.ui.vectors;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import org.densesteer.common.FaultException;
import org.densesteer.common.Latest;
import org.densesteer.steering.LintFinding;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorLint;
import org.densesteer.steering.VectorMath.Term;
import org.densesteer.steering.VectorMetadata;
import org.densesteer.steering.library.Combination;
import org.densesteer.steering.library.LibraryEntry;
import org.densesteer.steering.library.VectorNames;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.TaskRunner;
import org.jspecify.annotations.Nullable;

/** A new vector made of others, seen before it is saved. */
public final class CombineViewModel {

  private final LibraryViewModel library;
  private final TaskRunner tasks;
  private final Notices notices;
  private final Clock clock;

  private final ObjectProperty<CombineOperation> operation =
      new SimpleObjectProperty<>(CombineOperation.SUM);
  private final ObservableList<CombineTerm> terms = FXCollections.observableArrayList();
  private final ObservableMap<Integer, Double> factors = FXCollections.observableHashMap();
  private final StringProperty name = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<@Nullable SteeringVector> preview =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper remark = new ReadOnlyStringWrapper("");
  private final Map<Path, SteeringVector> read = new HashMap<>();
  private final InvalidationListener refresher = changed -> refresh();
  private String suggested = "";
  private final Latest latest = new Latest();

  /** Creates the view model, beginning with the vector that is selected in the library. */
  public CombineViewModel(
      LibraryViewModel library, TaskRunner tasks, Notices notices, Clock clock) {
    this.library = library;
    this.tasks = tasks;
    this.notices = notices;
    this.clock = clock;
    operation.addListener((property, before, now) -> operationChanged(now));
    factors.addListener(refresher);
    addTerm(library.selectedProperty().get());
    addTerm(null);
  }

  private void operationChanged(CombineOperation now) {
    while (terms.size() < now.operands()) {
      addTerm(null);
    }
    refresh();
  }

  /** Adds a vector, or room for one. */
  public void addTerm(@Nullable LibraryEntry entry) {
    CombineTerm term = new CombineTerm(entry);
    term.entryProperty().addListener(refresher);
    term.weightProperty().addListener(refresher);
    terms.add(term);
    refresh();
  }

  /** Takes a vector out. */
  void removeTerm(CombineTerm term) {
    terms.remove(term);
    refresh();
  }

  /** Factors that make every layer of the first vector 1 long. */
  public void unitNorms() {
    SteeringVector first = operand(0);
    if (first != null) {
      Map<Integer, Double> unit = new HashMap<>();
      first
          .directions()
          .keySet()
          .forEach(layer -> unit.put(layer, first.norm(layer) == 0 ? 1 : 1 / first.norm(layer)));
      factors.putAll(unit);
    }
  }

  /** Layers of the vector whose layers are rescaled; none until it was read. */
  public List<Integer> layers() {
    SteeringVector first = operand(0);
    return first == null ? List.of() : List.copyOf(first.directions().keySet());
  }

  private @Nullable SteeringVector operand(int index) {
    LibraryEntry entry = index < terms.size() ? terms.get(index).entryProperty().get() : null;
    return entry == null ? null : read.get(entry.file());
  }

  private List<LibraryEntry> chosen() {
    int count = operation.get() == CombineOperation.SUM ? terms.size() : operation.get().operands();
    List<LibraryEntry> entries = new ArrayList<>();
    for (CombineTerm term : terms.subList(0, Math.min(count, terms.size()))) {
      LibraryEntry entry = term.entryProperty().get();
      if (entry != null) {
        entries.add(entry);
      }
    }
    return entries;
  }

  private void refresh() {
    Latest.Turn turn = latest.start();
    List<LibraryEntry> missing =
        chosen().stream().filter(entry -> !read.containsKey(entry.file())).distinct().toList();
    if (missing.isEmpty()) {
      calculate();
      return;
    }
    preview.set(null);
    tasks.start(
        "Reading vectors",
        (progress, cancellation) -> {
          Map<Path, SteeringVector> found = new HashMap<>();
          missing.forEach(entry -> found.put(entry.file(), entry.load()));
          return found;
        },
        found -> {
          read.putAll(found);
          if (turn.current()) {
            calculate();
          }
        },
        notices::fail);
  }

  private void calculate() {
    suggestName();
    String gap = gap();
    if (!gap.isEmpty()) {
      preview.set(null);
      remark.set(gap);
      return;
    }
    try {
      SteeringVector result = result();
      preview.set(result);
      remark.set(remarkOn(result));
    } catch (FaultException e) {
      preview.set(null);
      remark.set(String.valueOf(e.getMessage()));
    }
  }

  /** What is still to be chosen, one sentence; empty for nothing. */
  private String gap() {
    int chosen = chosen().size();
    return switch (operation.get()) {
      case SUM ->
          chosen == terms.size()
              ? ""
              : "Choose a vector in every row, or take the empty row out with its ×.";
      case PROJECT_OUT -> chosen == 2 ? "" : "Choose two vectors.";
      case NEGATE, RESCALE -> chosen == 1 ? "" : "Choose a vector.";
    };
  }

  private SteeringVector result() {
    List<LibraryEntry> entries = chosen();
    SteeringVector first = vector(entries.get(0));
    String called = VectorNames.cleaned(name.get());
    return switch (operation.get()) {
      case SUM -> Combination.weightedSum(called, weighted(), clock.instant());
      case PROJECT_OUT ->
          Combination.projectedOut(called, first, vector(entries.get(1)), clock.instant());
      case NEGATE -> Combination.negated(called, first, clock.instant());
      case RESCALE -> Combination.rescaled(called, first, new TreeMap<>(factors), clock.instant());
    };
  }

  private List<Term> weighted() {
    List<Term> weighted = new ArrayList<>();
    for (CombineTerm term : terms) {
      LibraryEntry entry = term.entryProperty().get();
      if (entry != null) {
        weighted.add(new Term(term.weightProperty().get(), vector(entry)));
      }
    }
    return weighted;
  }

  private SteeringVector vector(LibraryEntry entry) {
    SteeringVector vector = read.get(entry.file());
    if (vector == null) {
      throw new FaultException("The vector " + entry.name() + " was not read.");
    }
    return vector.renamed(entry.name());
  }

  private String remarkOn(SteeringVector result) {
    List<String> remarks = new ArrayList<>();
    long makers =
        chosen().stream()
            .map(entry -> entry.summary().metadata().get(VectorMetadata.MODEL_FINGERPRINT))
            .filter(fingerprint -> !fingerprint.isEmpty())
            .distinct()
            .count();
    if (makers > 1) {
      remarks.add("The vectors were made with different models; their sum may mean nothing.");
    }
    VectorLint.check(result).stream().map(LintFinding::sentence).forEach(remarks::add);
    return String.join("\n", remarks);
  }

  /** Follows the choices as long as nobody typed a name. */
  private void suggestName() {
    List<String> names = chosen().stream().map(LibraryEntry::name).toList();
    String now =
        names.isEmpty()
            ? ""
            : switch (operation.get()) {
              case SUM -> names.stream().collect(Collectors.joining(" + "));
              case PROJECT_OUT -> String.join(" without ", names);
              case NEGATE -> names.get(0) + " negated";
              case RESCALE -> names.get(0) + " rescaled";
            };
    if (name.get().equals(suggested)) {
      name.set(now.isEmpty() ? "" : VectorNames.cleaned(now));
      suggested = name.get();
    }
  }

  /** Puts the result into the library; says why not and gives false when it cannot. */
  public boolean save() {
    calculate();
    SteeringVector result = preview.get();
    try {
      if (result == null) {
        notices.show(Notice.error(remark.get()));
        return false;
      }
      library.add(result.renamed(VectorNames.checked(name.get())), "");
      return true;
    } catch (FaultException e) {
      notices.fail(e);
      return false;
    }
  }

  /** The vectors to choose from. */
  public ObservableList<LibraryEntry> choices() {
    return library.all();
  }

  /** What is done. */
  public ObjectProperty<CombineOperation> operationProperty() {
    return operation;
  }

  /** The vectors that go in. */
  ObservableList<CombineTerm> terms() {
    return terms;
  }

  /** Factors by 0-based decoder block, for rescaling; 1 where there is none. */
  public ObservableMap<Integer, Double> factors() {
    return factors;
  }

  /** What the result will be called. */
  public StringProperty nameProperty() {
    return name;
  }

  /** The result; null while there is none. */
  public ReadOnlyObjectProperty<@Nullable SteeringVector> previewProperty() {
    return preview.getReadOnlyProperty();
  }

  /** Why there is no result, or what a person should know about it; may be empty. */
  public ReadOnlyStringProperty remarkProperty() {
    return remark.getReadOnlyProperty();
  }
}
