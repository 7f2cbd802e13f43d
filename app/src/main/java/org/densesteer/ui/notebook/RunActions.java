package org.densesteer.ui.notebook;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.densesteer.common.FaultException;
import org.densesteer.common.Json;
import org.densesteer.notebook.Run;
import org.densesteer.notebook.RunCommand;
import org.densesteer.notebook.RunJson;
import org.densesteer.notebook.RunMarkdown;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;

/**
 * What is done with a run of the list.
 *
 * @param model the runs
 * @param show shows a run in the panes
 * @param panels sets the panels to a run
 * @param notices where messages go
 */
record RunActions(NotebookViewModel model, Consumer<Run> show, RunPanels panels, Notices notices) {

  void open(NotebookRow row) {
    model.load(row, show);
  }

  void setPanels(NotebookRow row) {
    model.load(row, run -> panels.steering().order().together(() -> panels.set(run)));
  }

  void copyMarkdown(NotebookRow row) {
    copy(row, "The run is in the clipboard as Markdown.", RunMarkdown::of);
  }

  void copyJson(NotebookRow row) {
    copy(
        row,
        "The run is in the clipboard as JSON.",
        run -> Json.text(Json.PRETTY, RunJson.of(run)));
  }

  void copyCommand(NotebookRow row) {
    copy(
        row,
        "The command line that gives the same tokens is in the clipboard.",
        run -> RunCommand.line(run, panels::vectorFile));
  }

  private void copy(NotebookRow row, String done, Function<Run, String> words) {
    model.load(
        row,
        run -> {
          try {
            ClipboardContent content = new ClipboardContent();
            content.putString(words.apply(run));
            Clipboard.getSystemClipboard().setContent(content);
            notices.show(Notice.info(done));
          } catch (FaultException e) {
            notices.fail(e);
          }
        });
  }
}
