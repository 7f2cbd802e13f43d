package org.densesteer.ui.words;

import java.util.List;
import org.densesteer.ui.common.FxmlFile;
import org.densesteer.ui.common.FxmlViews;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.Overlay;
import org.densesteer.ui.trace.ArmViewModel;

/**
 * Words lifted and suppressed, over the page.
 *
 * @param arms the panes
 */
public record WordsDialog(List<ArmViewModel> arms, Notices notices, Overlay overlay) {

  /** Shows those of the answers in the panes as they are now. */
  public void show() {
    overlay.show(
        new FxmlViews()
            .with(WordsController.class, () -> new WordsController(arms, notices, overlay))
            .load(FxmlFile.WORDS));
  }
}
