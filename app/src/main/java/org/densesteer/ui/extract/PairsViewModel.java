package org.densesteer.ui.extract;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.densesteer.common.Latest;
import org.densesteer.extraction.ContrastivePair;
import org.densesteer.extraction.KeptPair;
import org.densesteer.extraction.PairDraft;
import org.densesteer.extraction.PairFiles;
import org.densesteer.extraction.rewrite.PairAssessment;
import org.densesteer.extraction.rewrite.RewriteCheck;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.TaskRunner;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.model.RunEngine;
import org.jspecify.annotations.Nullable;

/** The contrastive pairs of the page: read, edited, rewritten, saved. */
public final class PairsViewModel {

  private final ModelViewModel models;
  private final PageJob job;
  private final TaskRunner tasks;
  private final Notices notices;
  private final ObservableList<PairItem> items =
      FXCollections.observableArrayList(
          item ->
              new Observable[] {
                item.usedProperty(), item.assessmentProperty(), item.draftProperty()
              });
  private final Deque<TableUndo> undos = new ArrayDeque<>();
  private final ReadOnlyStringWrapper undoOffer = new ReadOnlyStringWrapper("");
  private final Latest latest = new Latest();

  /** Creates the view model of an empty table. */
  public PairsViewModel(ModelViewModel models, PageJob job, TaskRunner tasks, Notices notices) {
    this.models = models;
    this.job = job;
    this.tasks = tasks;
    this.notices = notices;
    models.engineProperty().addListener((property, before, now) -> modelChanged(now));
  }

  /** What is under way was asked of the old model; and another tokenizer counts otherwise. */
  private void modelChanged(@Nullable RunEngine engine) {
    job.cancel();
    measure(engine);
  }

  private void measure(@Nullable RunEngine engine) {
    if (engine != null && !items.isEmpty()) {
      Latest.Turn turn = latest.start();
      List<PairItem> now = List.copyOf(items);
      List<PairDraft> drafts = now.stream().map(PairItem::draft).toList();
      tasks.start(
          "Measuring " + drafts.size() + " pairs",
          (progress, cancellation) -> assess(engine, drafts),
          turn.only(known -> take(now, drafts, known)),
          notices::fail);
    }
  }

  private static List<PairAssessment> assess(RunEngine engine, List<PairDraft> drafts) {
    return drafts.stream().map(new RewriteCheck(engine::countTokens)::of).toList();
  }

  /** Pairs that were edited meanwhile have been measured then. */
  private static void take(
      List<PairItem> items, List<PairDraft> drafts, List<PairAssessment> known) {
    for (int i = 0; i < items.size(); i++) {
      PairItem item = items.get(i);
      if (item.draft().equals(drafts.get(i))) {
        item.measured(known.get(i));
      }
    }
  }

  /** Reads pairs from a file, finished or not, behind those that are there. */
  public void importFile(Path file) {
    RunEngine engine = models.engineProperty().get();
    job.start(
        "Reading " + file.getFileName(),
        (progress, cancellation) -> {
          List<PairDraft> drafts = PairFiles.readDrafts(file);
          List<PairItem> read = new ArrayList<>();
          List<PairAssessment> known = engine == null ? List.of() : assess(engine, drafts);
          for (int i = 0; i < drafts.size(); i++) {
            PairItem item = new PairItem(drafts.get(i));
            item.set(drafts.get(i), engine == null ? null : known.get(i));
            read.add(item);
          }
          return read;
        },
        items::addAll);
  }

  /** Writes all pairs, finished or not, to a file. */
  public void save(Path file) {
    List<PairDraft> drafts = items.stream().map(PairItem::draft).toList();
    job.start(
        "Writing " + file.getFileName(),
        (progress, cancellation) -> {
          PairFiles.writeDrafts(file, drafts);
          return drafts.size();
        },
        count -> notices.show(Notice.info(count + " pairs were written to " + file + ".")));
  }

  /** Puts a pair behind the others; called on the window's thread. */
  void add(PairDraft draft, PairAssessment known) {
    PairItem item = new PairItem(draft);
    item.set(draft, known);
    items.add(item);
  }

  /** Takes another dense answer, as a person types it. */
  public void editDense(PairItem item, String dense) {
    if (!dense.equals(item.draft().dense())) {
      set(item, item.draft().withDense(dense));
    }
  }

  /** Takes another sparse answer, as a person types it. */
  public void editSparse(PairItem item, String sparse) {
    if (!sparse.equals(item.draft().sparse())) {
      set(item, item.draft().withSparse(sparse));
    }
  }

  private void set(PairItem item, PairDraft draft) {
    RunEngine engine = models.engineProperty().get();
    item.set(draft, engine == null ? null : new RewriteCheck(engine::countTokens).of(draft));
  }

  /** Puts the pairs of another day before those that are there. */
  void restore(List<KeptPair> kept) {
    items.addAll(0, kept.stream().map(PairItem::new).toList());
    measure(models.engineProperty().get());
  }

  /** Takes pairs off the table; {@link #undo} brings them back. */
  public void remove(Collection<PairItem> gone) {
    List<PairItem> leaving = List.copyOf(gone);
    if (!leaving.isEmpty()) {
      Removal removal = Removal.of(items, leaving);
      items.removeAll(leaving);
      offer(removal);
    }
  }

  private void offer(TableUndo undo) {
    if (undos.peek() != undo) {
      undos.push(undo);
    }
    undoOffer.set(undo.sentence());
  }

  /** Takes back the last removal, or what a rewriter replaced. */
  public void undo() {
    if (!undos.isEmpty()) {
      undos.pop().undo(this);
      TableUndo next = undos.peek();
      undoOffer.set(next == null ? "" : next.sentence());
    }
  }

  /** No longer offers to take anything back. */
  public void forgetUndo() {
    undos.clear();
    undoOffer.set("");
  }

  /** What {@link #undo} takes back, one sentence; empty for nothing. */
  public ReadOnlyStringProperty undoOfferProperty() {
    return undoOffer.getReadOnlyProperty();
  }

  /**
   * Takes a rewrite of a text, unless a person has changed the text meanwhile.
   *
   * @param pass what the rewriter replaced so far
   */
  void takeRewrite(Rewriting pass, PairItem item, PairDraft asked, String dense) {
    if (item.draft().equals(asked) && !asked.dense().equals(dense)) {
      if (!asked.dense().isBlank()) {
        pass.add(item, asked);
        offer(pass);
      }
      set(item, asked.withDense(dense));
    }
  }

  /** The pairs that an extraction uses. */
  public List<ContrastivePair> used() {
    return pairsInUse().toList();
  }

  private Stream<ContrastivePair> pairsInUse() {
    return items.stream()
        .filter(item -> item.usedProperty().get())
        .map(item -> item.draft().pair())
        .flatMap(Optional::stream);
  }

  /** Whether there is any pair that an extraction would use. */
  BooleanBinding anyUsed() {
    return Bindings.createBooleanBinding(() -> pairsInUse().findAny().isPresent(), items);
  }

  /** All pairs in the order in which they came. */
  public ObservableList<PairItem> items() {
    return items;
  }

  /** The job under way. */
  public PageJob job() {
    return job;
  }
}
