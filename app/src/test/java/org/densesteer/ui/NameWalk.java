package org.densesteer.ui;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.control.TreeView;
import javafx.stage.Window;

/** Looks in every window that is open for what is operated and has no name. */
final class NameWalk {

  private static final List<Class<? extends Control>> KINDS =
      List.of(
          ButtonBase.class,
          TextInputControl.class,
          ComboBoxBase.class,
          Slider.class,
          Spinner.class,
          TitledPane.class,
          ListView.class,
          TableView.class,
          TreeView.class);

  private final Set<String> nameless = new TreeSet<>();
  private final Set<String> ids = new HashSet<>();
  private final Set<Node> seen = new HashSet<>();

  /** What has no name, each with where it was seen. */
  Set<String> nameless() {
    return nameless;
  }

  /** How many controls were looked at. */
  int seen() {
    return seen.size();
  }

  /** The ids of all that was there, shown or not. */
  Set<String> ids() {
    return ids;
  }

  /** Looks at all windows; on the window's thread. */
  void look(String where) {
    for (Window window : List.copyOf(Window.getWindows())) {
      Parent root = window.getScene().getRoot();
      root.applyCss();
      root.layout();
      walk(root, where, true);
    }
  }

  private void walk(Node node, String where, boolean shown) {
    boolean here = shown && node.isVisible();
    if (node.getId() != null) {
      ids.add(node.getId());
    }
    if (here && isOperated(node)) {
      seen.add(node);
      if (name(node).codePoints().noneMatch(Character::isLetterOrDigit)) {
        nameless.add(where + ": " + node);
      }
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> walk(child, where, here));
    }
  }

  /** What is operated; not what the skins of such are made of. */
  private static boolean isOperated(Node node) {
    for (Parent above = node.getParent(); above != null; above = above.getParent()) {
      if (above instanceof ComboBoxBase<?>
          || above instanceof Spinner<?>
          || above instanceof TabPane) {
        return false;
      }
    }
    if (node instanceof Control control) {
      return KINDS.stream().anyMatch(kind -> kind.isInstance(control))
          || control.isFocusTraversable() && !(control instanceof ScrollPane);
    }
    return node.isFocusTraversable();
  }

  private static String name(Node node) {
    if (node.getAccessibleText() != null) {
      return node.getAccessibleText();
    }
    if (node instanceof Labeled labeled && labeled.getText() != null) {
      return labeled.getText();
    }
    return node.getScene().getRoot().lookupAll(".label").stream()
        .filter(each -> each instanceof Label label && label.getLabelFor() == node)
        .map(each -> ((Label) each).getText())
        .findFirst()
        .orElse("");
  }
}
