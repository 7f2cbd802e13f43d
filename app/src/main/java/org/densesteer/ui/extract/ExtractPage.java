package org.densesteer.ui.extract;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import org.densesteer.evaluation.problems.ProblemSet;
import org.densesteer.extraction.ContrastivePair;
import org.densesteer.extraction.QuestionTemplate;
import org.densesteer.ui.common.DialogService;
import org.densesteer.ui.common.FxmlFile;
import org.densesteer.ui.common.FxmlViews;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.Page;
import org.densesteer.ui.common.Pages;
import org.densesteer.ui.common.RestTimer;
import org.densesteer.ui.common.TaskRunner;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.model.RunEngine;
import org.densesteer.ui.prompt.PromptViewModel;
import org.densesteer.ui.settings.Source;
import org.densesteer.ui.steering.VectorChoices;

/** The view models of the Extract page. */
public final class ExtractPage {

  private static final int KEPT_AFTER_MS = 1000;

  private final PromptViewModel prompts;
  private final PageJob job;
  private final PairsViewModel table;
  private final PairMaker maker;
  private final ExtractionViewModel extraction;
  private final PageMemory memory;
  private final DialogService dialogs;

  public ExtractPage(
      ModelViewModel models,
      PromptViewModel prompts,
      VectorChoices vectors,
      Function<Source, ProblemSet> problemReader,
      RunEngine.Opener opener,
      VectorKeeper keeper,
      Path folder,
      TaskRunner tasks,
      Notices notices,
      DialogService dialogs) {
    this.prompts = prompts;
    this.dialogs = dialogs;
    job = new PageJob(tasks, notices);
    table = new PairsViewModel(models, job, tasks, notices);
    maker =
        new PairMaker(table, models, prompts, problemReader, opener, notices, Platform::runLater);
    extraction = new ExtractionViewModel(table, models, prompts, vectors, keeper, notices);
    memory =
        new PageMemory(
            folder,
            table,
            extraction,
            RestTimer.onFxThread(KEPT_AFTER_MS),
            tasks,
            Platform::runLater,
            notices);
  }

  /** Says how the page and its controllers are made. */
  public void introduce(FxmlViews views, Pages pages) {
    views
        .with(
            PairsController.class,
            () -> new PairsController(table, maker, extraction, prompts, dialogs))
        .with(LayersController.class, () -> new LayersController(extraction, job, dialogs));
    pages.with(Page.EXTRACT, () -> views.load(FxmlFile.EXTRACT));
  }

  /** The pairs that an extraction would use. */
  public List<ContrastivePair> pairs() {
    return table.used();
  }

  /** The user turn that questions are put into; says why when there is none, and gives nothing. */
  public Optional<QuestionTemplate> template() {
    return extraction.template();
  }

  /** Takes up the pairs of last time, and keeps every change from then on. */
  public void restore() {
    memory.restore();
  }

  /** What would be lost by leaving the window now, a sentence; empty for nothing. */
  public ObservableValue<String> unfinishedProperty() {
    return job.runningProperty()
        .map(
            running ->
                running
                    ? "The Extract page is at work. What it has not yet put into its table is lost when it is stopped."
                    : "");
  }

  /**
   * Writes what is not yet written, on the calling thread.
   *
   * @return whether everything is kept that is to be
   */
  public boolean flush() {
    return memory.flush();
  }

  /** Writes the same, and leaves the files to other windows. */
  public void close() {
    memory.close();
  }
}
