package org.densesteer.ui.vectors;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.densesteer.steering.Steering;
import org.densesteer.steering.library.SampleVectors;
import org.densesteer.steering.library.VectorLibrary;
import org.densesteer.ui.common.DialogService;
import org.densesteer.ui.common.FxmlFile;
import org.densesteer.ui.common.FxmlViews;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.Overlay;
import org.densesteer.ui.common.Page;
import org.densesteer.ui.common.Pages;
import org.densesteer.ui.common.TaskRunner;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.steering.SteeringPanel;

/**
 * The parts of the Vectors page.
 *
 * @param models the model that vectors are checked against
 * @param panel the vectors at work, and those to choose from
 * @param tasks runs what takes time
 * @param notices where messages go
 */
public record VectorsPage(
    ModelViewModel models, SteeringPanel panel, TaskRunner tasks, Notices notices) {

  /**
   * What others need of the page.
   *
   * @param library the vectors that it shows
   * @param imports begins to take vector files into the library, while the page is shown
   */
  public record Parts(LibraryViewModel library, Consumer<List<Path>> imports) {}

  /** Says how the page and its controllers are made. */
  public Parts introduce(
      FxmlViews views,
      Pages pages,
      VectorLibrary store,
      DialogService dialogs,
      Overlay overlay,
      Consumer<Steering> export) {
    LibraryViewModel library =
        new LibraryViewModel(store, SampleVectors::list, panel.vectors(), tasks, notices);
    VectorCheck check = new VectorCheck(models, panel.steering());
    ImportViewModel imports = new ImportViewModel(library, check, tasks, notices);
    DetailsViewModel details =
        new DetailsViewModel(library, panel.steering(), panel.mixer(), check, tasks, notices);
    pages.with(Page.VECTORS, () -> views.load(FxmlFile.VECTORS));
    views
        .with(
            VectorsController.class,
            () ->
                new VectorsController(
                    library,
                    imports,
                    dialogs,
                    overlay,
                    () -> views.load(FxmlFile.VECTORS_IMPORT),
                    () -> views.load(FxmlFile.VECTORS_COMBINE)))
        .with(DetailsController.class, () -> new DetailsController(details, export))
        .with(ImportController.class, () -> new ImportController(imports, overlay))
        .with(
            CombineController.class,
            () ->
                new CombineController(
                    new CombineViewModel(library, tasks, notices, Clock.systemUTC()), overlay));
    return new Parts(library, imports::begin);
  }
}
