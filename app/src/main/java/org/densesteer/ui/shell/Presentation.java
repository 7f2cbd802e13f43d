package org.densesteer.ui.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import org.densesteer.ui.help.Command;

/** What the window shows while presenting, and what its keys do then. */
public interface Presentation {

  /** What stands in the place of the page; made when it is asked for first. */
  Node content();

  /** What can be done on stage; the keys count only there. */
  List<Command> commands();

  /** Takes a key that was pressed on stage; false when it is for the window. */
  boolean pressed(KeyEvent event);

  /** Ends what lies on top on stage; false when presenting itself is to end. */
  boolean escape();
}
