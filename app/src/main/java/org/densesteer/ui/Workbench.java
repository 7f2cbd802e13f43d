package org.densesteer.ui;

import java.util.logging.Logger;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The window as a JavaFX application. */
public final class Workbench extends Application {

  // Kept, so that the filter is not collected with its logger.
  private static final Logger TOOLKIT_LOG = Logger.getLogger("javafx");

  private @Nullable WorkbenchContext context;

  /** Called by the toolkit. */
  public Workbench() {}

  /**
   * Opens the window and returns when it is closed.
   *
   * @param arguments a session file to open in it, or nothing
   */
  public static void launch(String... arguments) {
    // The toolkit would rather be a module; the class path is what the workbench is built for.
    TOOLKIT_LOG.setFilter(
        entry -> !entry.getMessage().startsWith("Unsupported JavaFX configuration"));
    Application.launch(Workbench.class, arguments);
  }

  @Override
  public void start(Stage stage) {
    context = new WorkbenchContext(stage);
    context.show(getParameters().getRaw());
  }

  @Override
  public void stop() {
    if (context != null) {
      context.close();
    }
  }
}
