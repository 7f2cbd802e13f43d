package org.densesteer.ui.smallbatch;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.smallbatch.BatchPair;
import org.densesteer.evaluation.smallbatch.SmallBatch;
import org.densesteer.evaluation.smallbatch.SmallBatchText;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.Overlay;
import org.densesteer.ui.common.TableWidths;
import org.jspecify.annotations.Nullable;

/** The table of a small batch with what can be said of it. */
final class SmallBatchController {

  private final SmallBatchViewModel viewModel;
  private final Notices notices;
  private final Overlay overlay;

  @FXML private VBox root;
  @FXML private ComboBox<Integer> count;
  @FXML private Button runButton;
  @FXML private Label setting;
  @FXML private TableView<BatchPair> table;
  @FXML private VBox sentences;
  @FXML private Button showButton;
  @FXML private Button markdownButton;
  @FXML private Button csvButton;

  SmallBatchController(SmallBatchViewModel viewModel, Notices notices, Overlay overlay) {
    this.viewModel = viewModel;
    this.notices = notices;
    this.overlay = overlay;
  }

  @FXML
  private void initialize() {
    List<Integer> choices = viewModel.choices();
    count.getItems().setAll(choices);
    count.setConverter(Fx.named(this::name));
    count.setValue(choices.contains(10) ? Integer.valueOf(10) : choices.get(0));
    SmallBatchColumns.install(table);
    TableWidths.growWithText(table);
    table.setPlaceholder(placeholder());
    table.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    table.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    runButton.textProperty().bind(viewModel.busyProperty().map(busy -> busy ? "Cancel" : "Run"));
    count.disableProperty().bind(viewModel.busyProperty());
    showButton.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
    Subscription following =
        viewModel
            .resultProperty()
            .subscribe(this::show)
            // What is claimed waits for the end.
            .and(
                viewModel.busyProperty().subscribe(busy -> show(viewModel.resultProperty().get())));
    root.sceneProperty()
        .subscribe(
            (before, now) -> {
              if (now == null) {
                following.unsubscribe();
                runButton.textProperty().unbind();
                count.disableProperty().unbind();
              }
            });
  }

  private Label placeholder() {
    Label label = new Label();
    label
        .textProperty()
        .bind(
            viewModel
                .obstacleProperty()
                .map(
                    obstacle ->
                        obstacle.isEmpty()
                            ? "Baseline and steered answer of every problem, in one batch."
                            : obstacle));
    label.setWrapText(true);
    return label;
  }

  private String name(int problems) {
    return problems == 0
        ? Texts.of("All %d problems of the set", viewModel.all())
        : Texts.of("%d problems from the one shown on", problems);
  }

  private void show(@Nullable SmallBatchText result) {
    boolean some = result != null && !result.batch().pairs().isEmpty();
    markdownButton.setDisable(!some);
    csvButton.setDisable(!some);
    Fx.visible(setting, result != null);
    if (result == null) {
      table.getItems().clear();
      sentences.getChildren().clear();
      return;
    }
    setting.setText(result.setting());
    SmallBatch batch = result.batch();
    table.getItems().setAll(batch.pairs());
    table.sort();
    if (viewModel.busyProperty().get()) {
      sentences
          .getChildren()
          .setAll(sentence(Texts.of("%d of %d problems.", batch.pairs().size(), batch.asked())));
    } else {
      sentences
          .getChildren()
          .setAll(batch.sentences().stream().map(SmallBatchController::sentence).toList());
    }
  }

  private static Label sentence(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Label.USE_PREF_SIZE);
    return label;
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
      take();
      event.consume();
    }
  }

  private void clicked(MouseEvent event) {
    if (event.getClickCount() == 2) {
      take();
    }
  }

  @FXML
  private void take() {
    BatchPair pair = table.getSelectionModel().getSelectedItem();
    if (pair != null && viewModel.take(pair)) {
      overlay.close();
    }
  }

  @FXML
  private void run() {
    if (viewModel.busyProperty().get()) {
      viewModel.cancel();
    } else {
      viewModel.start(count.getValue());
    }
  }

  @FXML
  private void copyMarkdown() {
    copy(false);
  }

  @FXML
  private void copyCsv() {
    copy(true);
  }

  private void copy(boolean csv) {
    SmallBatchText result = viewModel.resultProperty().get();
    if (result != null) {
      Fx.copy(csv ? result.csv() : result.markdown());
      notices.show(Notice.info("The table is in the clipboard as " + (csv ? "CSV." : "Markdown.")));
    }
  }

  @FXML
  private void close() {
    overlay.close();
  }
}
