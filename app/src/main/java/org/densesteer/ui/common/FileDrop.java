package org.densesteer.ui.common;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Lets files be dropped on a node. */
public final class FileDrop {

  private static final String DROPPING = "dropping";

  private FileDrop() {}

  /** Marks the node while files are held over it, and hands over those that are dropped. */
  public static void install(Node target, Consumer<List<Path>> receiver) {
    target.addEventHandler(
        DragEvent.DRAG_OVER,
        event -> {
          if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
          }
        });
    target.addEventHandler(
        DragEvent.DRAG_ENTERED,
        event -> Fx.styled(target, DROPPING, event.getDragboard().hasFiles()));
    target.addEventHandler(DragEvent.DRAG_EXITED, event -> Fx.styled(target, DROPPING, false));
    target.addEventHandler(
        DragEvent.DRAG_DROPPED,
        event -> {
          if (event.getDragboard().hasFiles()) {
            receiver.accept(event.getDragboard().getFiles().stream().map(File::toPath).toList());
            event.setDropCompleted(true);
            event.consume();
          }
        });
  }
}
