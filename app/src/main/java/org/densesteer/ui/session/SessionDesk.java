package org.densesteer.ui.session;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.MenuButton;
import org.densesteer.notebook.Bundle;
import org.densesteer.notebook.Notebook;
import org.densesteer.notebook.SessionFile;
import org.densesteer.steering.SteeringVector;
import org.densesteer.ui.common.DialogService;
import org.densesteer.ui.common.FxmlFile;
import org.densesteer.ui.common.FxmlViews;
import org.densesteer.ui.common.Menus;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.Overlay;
import org.densesteer.ui.common.Page;
import org.densesteer.ui.common.RestTimer;
import org.densesteer.ui.common.TaskRunner;
import org.densesteer.ui.compare.CompareViewModel;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.notebook.NotebookViewModel;
import org.densesteer.ui.prompt.PromptViewModel;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.settings.Source;
import org.densesteer.ui.steering.LaidVectors;
import org.densesteer.ui.steering.OpenedVector;
import org.densesteer.ui.steering.SteeringPanel;
import org.densesteer.ui.steering.VectorInUse;

/** Everything about session files in the window: what it is asked, and what it is told of them. */
public final class SessionDesk {

  private static final int KEPT_AFTER_MS = 1000;

  private final SessionViewModel session;
  private final RecoveryViewModel recovery;
  private final SessionVectors vectors;
  private final Settings settings;
  private final DialogService dialogs;
  private final Overlay overlay;
  private final Notices notices;
  private final Consumer<SteeringVector> keep;

  /**
   * Puts the parts together.
   *
   * @param page what the window shows
   * @param runs the notebook that {@code notebook} shows
   * @param reader reads a vector; called on a background thread
   * @param folder where vectors out of session files are laid down, and open windows are noted
   * @param laid where vectors out of sessions lie
   * @param keep puts a vector into the library
   */
  public SessionDesk(
      ModelViewModel models,
      PromptViewModel prompts,
      SteeringPanel panel,
      CompareViewModel compare,
      ObjectProperty<Page> page,
      Notebook runs,
      NotebookViewModel notebook,
      Function<Source, OpenedVector> reader,
      Path folder,
      LaidVectors laid,
      Consumer<SteeringVector> keep,
      Settings settings,
      TaskRunner tasks,
      Notices notices,
      DialogService dialogs,
      Overlay overlay) {
    this.settings = settings;
    this.dialogs = dialogs;
    this.overlay = overlay;
    this.notices = notices;
    this.keep = keep;
    vectors = new SessionVectors(laid, reader);
    session =
        new SessionViewModel(
            new Panels(prompts, panel.steering(), compare, page),
            new SessionReader(runs, vectors),
            new SessionWriter(runs, vectors, Clock.systemUTC()),
            models,
            notebook,
            panel.vectors(),
            settings,
            tasks,
            notices);
    recovery =
        new RecoveryViewModel(
            new RecoveryFolder(
                folder.resolve("open"),
                fault -> Platform.runLater(() -> notices.show(Notice.warning(fault)))),
            session,
            vectors,
            runs,
            Clock.systemUTC(),
            RestTimer.onFxThread(KEPT_AFTER_MS),
            tasks,
            Platform::runLater,
            notices);
    recovery
        .left()
        .addListener(
            (ListChangeListener<RecoveryFolder.Left>)
                change -> {
                  if (recovery.left().size() > 1) {
                    tellOfLeft();
                  }
                });
  }

  private void tellOfLeft() {
    notices.show(
        Notice.offer(
            recovery.left().size() + " windows were not closed properly; what they had is kept.",
            "Choose…",
            this::recover));
  }

  /**
   * Begins to keep what the window has, and brings back what others left.
   *
   * @param bringBack whether what a single one left is brought back without asking
   */
  public void begin(boolean bringBack) {
    recovery.begin(bringBack);
  }

  /** Nothing is to be brought back of this window. */
  public void end() {
    recovery.end();
  }

  /** Whether there is a window to bring back. */
  boolean hasUnclosed() {
    return !recovery.left().isEmpty();
  }

  /** Lists what windows left that were not closed. */
  public void recover() {
    if (recovery.left().isEmpty()) {
      notices.show(Notice.info("No window was left without being closed."));
      return;
    }
    overlay.show(
        new FxmlViews()
            .with(RecoveryController.class, () -> new RecoveryController(recovery, overlay))
            .load(FxmlFile.SESSION_RECOVERY));
  }

  /** Fills the session's menu, anew whenever it opens. */
  public void install(MenuButton menu) {
    Menus.fill(menu, new SessionMenu(this, session, settings.recentSessions())::items);
  }

  /** Whether a file is called as session files are. */
  public static boolean isSession(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(SessionFile.ENDING);
  }

  /** Asks for a session file and opens it. */
  public void open() {
    Path present = session.fileProperty().get();
    dialogs
        .openFile("Open a session", List.of(SaveController.FILES), present)
        .ifPresent(session::open);
  }

  /** Opens a session file. */
  public void open(Path file) {
    session.open(file);
  }

  /** Saves the session to its file, or asks where. */
  public void save() {
    if (!session.saveAgain()) {
      saveAs();
    }
  }

  /** Asks what to save and where, and saves it. */
  public void saveAs() {
    overlay.show(
        new FxmlViews()
            .with(
                SaveController.class, () -> new SaveController(session, dialogs, overlay, notices))
            .load(FxmlFile.SESSION_SAVE));
  }

  /** Vectors of the session file that lie in no library. */
  List<VectorInUse> vectorsToKeep() {
    return session.vectorsProperty().get().stream().filter(vectors::isLaidDown).toList();
  }

  /** Whether the session is about one vector, with a card to read. */
  boolean hasCard() {
    return session.bundleProperty().get() != null;
  }

  /** Shows the card of the vector that the session is about. */
  void showCard() {
    Bundle bundle = session.bundleProperty().get();
    if (bundle != null) {
      dialogs.showDetails("Model card", bundle.card());
    }
  }

  void keep(VectorInUse vector) {
    keep.accept(vector.vector());
  }

  /** What the window is called. */
  public ObservableValue<String> titleProperty() {
    return session.titleProperty();
  }

  /** What of the session is not in its file, in a sentence; empty for nothing. */
  public ObservableValue<String> unsavedProperty() {
    return Bindings.createStringBinding(
        () -> {
          Path file = session.fileProperty().get();
          return file == null || !session.changedProperty().get()
              ? ""
              : "The session "
                  + file.getFileName()
                  + " has changes that are not in its file; its runs stay in the notebook.";
        },
        session.fileProperty(),
        session.changedProperty());
  }
}
