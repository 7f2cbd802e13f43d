package org.densesteer.ui.download;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.densesteer.ui.common.Fx;

/** One download: its name, how far it has come, and what can be done about it. */
final class DownloadRow extends VBox {

  private final DownloadsViewModel viewModel;
  private final Download download;
  private final Runnable afterOpening;
  private final Label text = new Label();
  private final ProgressBar bar = new ProgressBar();
  private final Button pause;
  private final Button resume;
  private final Button cancel;
  private final Button again;
  private final Button forget;
  private final Button open;

  DownloadRow(DownloadsViewModel viewModel, Download download, Runnable afterOpening) {
    this.viewModel = viewModel;
    this.download = download;
    this.afterOpening = afterOpening;
    pause = button("Pause");
    resume = button("Resume");
    cancel = button("Cancel");
    again = button("Try again");
    forget = button("Remove");
    open = button("Open it");
    getStyleClass().add("download-row");
    Label name = new Label(download.model().toString());
    name.setMinWidth(0);
    HBox.setHgrow(name, Priority.ALWAYS);
    name.setMaxWidth(Double.MAX_VALUE);
    open.getStyleClass().add("accent");
    HBox head = new HBox(name, pause, resume, cancel, again, forget, open);
    head.setAlignment(Pos.CENTER_LEFT);
    head.setSpacing(6);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.progressProperty().bind(download.shareProperty());
    bar.setAccessibleText("Progress of " + download.model());
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    text.textProperty().bind(download.textProperty());
    getChildren().setAll(head, bar, text);
    pause.setOnAction(event -> download.pause());
    resume.setOnAction(event -> download.resume());
    cancel.setOnAction(event -> download.cancel());
    again.setOnAction(event -> viewModel.download(download.model()));
    forget.setOnAction(event -> viewModel.forget(download));
    open.setOnAction(event -> open());
    ObservableValue<DownloadState> state = download.stateProperty();
    Fx.visible(pause, state.map(now -> now == DownloadState.RUNNING));
    Fx.visible(resume, state.map(now -> now == DownloadState.PAUSED));
    Fx.visible(cancel, state.map(now -> !now.ended()));
    Fx.visible(again, state.map(DownloadState::brokenOff));
    Fx.visible(forget, state.map(DownloadState::brokenOff));
    Fx.visible(open, state.map(now -> now == DownloadState.DONE));
    Fx.visible(bar, state.map(now -> !now.ended()));
    state.subscribe(
        now ->
            text.getStyleClass()
                .setAll("label", now == DownloadState.FAILED ? "fault-text" : "note"));
  }

  private Button button(String text) {
    Button button = new Button(text);
    button.setAccessibleText(text + ": " + download.model());
    button.getStyleClass().add("small");
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private void open() {
    viewModel.open(download);
    viewModel.forget(download);
    afterOpening.run();
  }
}
