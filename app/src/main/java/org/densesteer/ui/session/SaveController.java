package org.densesteer.ui.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.densesteer.common.FaultException;
import org.densesteer.notebook.SessionFile;
import org.densesteer.ui.common.DialogService;
import org.densesteer.ui.common.DialogService.FileKind;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.Overlay;

/** Asks which runs a session file is to hold, and where it is to lie. */
final class SaveController {

  static final FileKind FILES =
      new FileKind("DenseSteer session", List.of("*" + SessionFile.ENDING));

  private final SessionViewModel session;
  private final DialogService dialogs;
  private final Overlay overlay;
  private final Notices notices;
  private final ToggleGroup scopes = new ToggleGroup();

  @FXML private VBox scopeChoices;

  SaveController(
      SessionViewModel session, DialogService dialogs, Overlay overlay, Notices notices) {
    this.session = session;
    this.dialogs = dialogs;
    this.overlay = overlay;
    this.notices = notices;
  }

  @FXML
  private void initialize() {
    for (SessionScope scope : SessionScope.values()) {
      int runs = session.runsOf(scope).size();
      RadioButton choice = new RadioButton(SessionWords.count(runs, "run") + ": " + scope.words());
      choice.setToggleGroup(scopes);
      choice.setUserData(scope);
      choice.setSelected(scope == session.scope());
      choice.setDisable(runs == 0 && scope != SessionScope.SESSION);
      choice.setId("scope-" + scope.name().toLowerCase(Locale.ROOT));
      scopeChoices.getChildren().add(choice);
    }
  }

  @FXML
  private void save() {
    Path present = session.fileProperty().get();
    String name = present == null ? "session" + SessionFile.ENDING : fileName(present);
    dialogs.saveFile("Save the session", name, FILES, present).ifPresent(this::saveTo);
  }

  private static String fileName(Path file) {
    return String.valueOf(file.getFileName());
  }

  private void saveTo(Path chosen) {
    try {
      Path target = ended(chosen);
      overlay.close();
      session.save(target, (SessionScope) scopes.getSelectedToggle().getUserData());
    } catch (FaultException e) {
      notices.fail(e);
    }
  }

  /** With the ending of session files; the dialog asked about the name as it was typed. */
  static Path ended(Path chosen) {
    if (fileName(chosen).endsWith(SessionFile.ENDING)) {
      return chosen;
    }
    Path target = chosen.resolveSibling(fileName(chosen) + SessionFile.ENDING);
    SessionFile.requireNew(target);
    return target;
  }

  @FXML
  private void cancel() {
    overlay.close();
  }
}
