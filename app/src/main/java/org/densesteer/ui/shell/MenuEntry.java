package org.densesteer.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Dresses menu items with a name, a second line and a mark on what is in use. All items of a menu
 * are dressed alike, for a menu sets plain text apart from what stands beside graphics.
 */
final class MenuEntry {

  private static final double NOTE_WIDTH = 340;

  private MenuEntry() {}

  /** Gives an item its name, a note below unless empty, and the mark if it is the one in use. */
  static <I extends MenuItem> I dress(I item, String name, String note, boolean inUse) {
    FontIcon mark = new FontIcon("fth-check");
    mark.setVisible(inUse);
    VBox lines = new VBox(new Label(name));
    if (!note.isEmpty()) {
      lines.getChildren().add(note(note));
    }
    HBox face = new HBox(mark, lines);
    face.getStyleClass().add("menu-entry");
    face.setAlignment(Pos.BASELINE_LEFT);
    face.setAccessibleText(name + (note.isEmpty() ? "" : ", " + note) + (inUse ? ", in use" : ""));
    item.setGraphic(face);
    return item;
  }

  /** An item that does something. */
  static MenuItem action(String name, String note, boolean inUse, Runnable action) {
    MenuItem item = dress(new MenuItem(), name, note, inUse);
    item.setOnAction(event -> action.run());
    return item;
  }

  /** An item that only says something. */
  static MenuItem words(String name, String note) {
    MenuItem item = dress(new MenuItem(), name, note, false);
    item.setDisable(true);
    item.getStyleClass().add("menu-words");
    return item;
  }

  private static Node note(String words) {
    Text text = new Text(words);
    text.getStyleClass().add("menu-note");
    if (text.getLayoutBounds().getWidth() > NOTE_WIDTH) {
      text.setWrappingWidth(NOTE_WIDTH);
    }
    return text;
  }
}
