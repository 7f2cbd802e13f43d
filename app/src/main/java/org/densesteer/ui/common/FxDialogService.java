package org.densesteer.ui.common;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextArea;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks with the platform's own dialogs. */
public final class FxDialogService implements DialogService {

  private final Window owner;

  /** Creates a service whose dialogs belong to a window. */
  public FxDialogService(Window owner) {
    this.owner = owner;
  }

  @Override
  public Optional<Path> openFolder(String title, @Nullable Path start) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(title);
    folder(start).ifPresent(chooser::setInitialDirectory);
    return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
  }

  @Override
  public Optional<Path> openFile(String title, List<FileKind> kinds, @Nullable Path start) {
    FileChooser chooser = chooser(title, start);
    kinds.forEach(kind -> chooser.getExtensionFilters().add(filter(kind)));
    chooser.getExtensionFilters().add(new ExtensionFilter("All files", "*"));
    return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
  }

  @Override
  public Optional<Path> saveFile(
      String title, String suggestedName, FileKind kind, @Nullable Path start) {
    FileChooser chooser = chooser(title, start);
    chooser.setInitialFileName(suggestedName);
    chooser.getExtensionFilters().add(filter(kind));
    return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
  }

  @Override
  public void showDetails(String headline, String details) {
    TextArea text = new TextArea(details);
    text.setEditable(false);
    text.setAccessibleText(headline);
    text.getStyleClass().add("details-text");
    Alert alert = new Alert(AlertType.NONE, "", ButtonType.CLOSE);
    alert.initOwner(owner);
    alert.setTitle("Details");
    alert.setHeaderText(headline);
    alert.getDialogPane().setContent(text);
    alert.getDialogPane().setPrefSize(720, 420);
    alert.setResizable(true);
    alert.show();
  }

  private static FileChooser chooser(String title, @Nullable Path start) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    folder(start).ifPresent(chooser::setInitialDirectory);
    return chooser;
  }

  private static ExtensionFilter filter(FileKind kind) {
    return new ExtensionFilter(kind.description(), kind.patterns());
  }

  private static Optional<File> folder(@Nullable Path start) {
    return Optional.ofNullable(start)
        .map(path -> Files.isDirectory(path) ? path : path.toAbsolutePath().getParent())
        .filter(path -> path != null && Files.isDirectory(path))
        .map(Path::toFile);
  }
}
