package org.densesteer.ui.session;

import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.densesteer.ui.common.Overlay;

/** Lists what windows left that were not closed. */
final class RecoveryController {

  private final RecoveryViewModel recovery;
  private final Overlay overlay;

  @FXML private VBox leftBehind;

  RecoveryController(RecoveryViewModel recovery, Overlay overlay) {
    this.recovery = recovery;
    this.overlay = overlay;
  }

  @FXML
  private void initialize() {
    show();
  }

  private void show() {
    leftBehind.getChildren().setAll(recovery.left().stream().map(this::row).toList());
  }

  private Node row(RecoveryFolder.Left left) {
    Label question = new Label(RecoveryWords.question(left.record()));
    Label rest = new Label(RecoveryWords.rest(left.record()));
    rest.getStyleClass().add("note");
    VBox words = new VBox(question, rest);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button back = new Button("Bring back");
    back.setMinWidth(Region.USE_PREF_SIZE);
    back.setAccessibleText("Bring back: " + question.getText());
    back.setOnAction(
        event -> {
          overlay.close();
          recovery.bringBack(left);
        });
    Button forget = new Button("Forget");
    forget.setMinWidth(Region.USE_PREF_SIZE);
    forget.setAccessibleText("Forget: " + question.getText());
    forget.setOnAction(
        event -> {
          recovery.remove(left);
          if (recovery.left().isEmpty()) {
            overlay.close();
          } else {
            show();
          }
        });
    HBox row = new HBox(10, words, back, forget);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  @FXML
  private void close() {
    overlay.close();
  }
}
