package org.densesteer.ui.session;

import java.nio.file.Path;
import java.time.Clock;
import org.densesteer.notebook.Notebook;
import org.densesteer.notebook.SessionFile;
import org.densesteer.steering.Steering;
import org.densesteer.steering.library.VectorNames;
import org.densesteer.ui.common.DialogService;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.TaskRunner;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.model.RunEngine;
import org.densesteer.ui.notebook.NotebookViewModel;

/**
 * Writes a tuned vector with all that is known of it.
 *
 * @param models the model for which it was tuned
 * @param runs the notebook that {@code notebook} shows
 * @param sweeps folder of the sweeps
 */
public record BundleExport(
    ModelViewModel models,
    Notebook runs,
    NotebookViewModel notebook,
    Path sweeps,
    TaskRunner tasks,
    Notices notices,
    DialogService dialogs) {

  /** Asks where, and writes it in the background. */
  public void export(Steering tuned) {
    RunEngine engine = models.engineProperty().get();
    if (engine == null) {
      notices.show(
          Notice.error("A bundle names the model that its vector is for; load that model first."));
      return;
    }
    String name = VectorNames.cleaned(tuned.vector().name()) + SessionFile.ENDING;
    dialogs
        .saveFile("Export the vector with its card", name, SaveController.FILES, null)
        .ifPresent(asked -> write(tuned, engine, asked));
  }

  private void write(Steering tuned, RunEngine engine, Path asked) {
    BundleWriter writer = new BundleWriter(runs, sweeps, Clock.systemUTC());
    tasks.start(
        "Exporting " + tuned.vector().name(),
        (progress, cancellation) -> {
          Path file = SaveController.ended(asked);
          notebook.flush();
          return writer.write(tuned, engine.info().name(), engine.info().fingerprint(), file);
        },
        sentence -> notices.show(Notice.info(sentence)),
        notices::fail);
  }
}
