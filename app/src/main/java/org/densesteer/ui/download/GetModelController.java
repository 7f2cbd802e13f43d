package org.densesteer.ui.download;

import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.common.Overlay;
import org.jspecify.annotations.Nullable;

/** Gets models: those of the catalogue, and any other by its name. */
public final class GetModelController {

  private static final String CHOOSE = "Choose a model, or type the name of any other.";
  private static final String TYPED =
      "Its configuration is looked at first: a model that cannot be run here is not fetched.";

  private final DownloadsViewModel viewModel;
  private final Overlay overlay;

  @FXML private Parent root;
  @FXML private Label placeText;
  @FXML private TableView<CatalogueOffer> catalogue;
  @FXML private Label adviceText;
  @FXML private Label warningText;
  @FXML private TextField repoField;
  @FXML private Label problemText;
  @FXML private Parent downloadList;
  @FXML private VBox downloadRows;
  @FXML private Button getButton;

  /** Creates the controller. */
  public GetModelController(DownloadsViewModel viewModel, Overlay overlay) {
    this.viewModel = viewModel;
    this.overlay = overlay;
  }

  @FXML
  private void initialize() {
    placeText.setText(
        "Models go into the Hugging Face cache, where Python tools find them, too: "
            + viewModel.folder());
    CatalogueColumns.install(catalogue);
    catalogue.setItems(viewModel.offers());
    catalogue
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((property, before, now) -> choose(now));
    catalogue.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2
              && catalogue.getSelectionModel().getSelectedItem() != null) {
            get();
          }
        });
    repoField.textProperty().bindBidirectional(viewModel.repoProperty());
    viewModel.repoProperty().addListener((property, before, now) -> describe());
    viewModel.surroundingsProperty().addListener((property, before, now) -> describe());
    viewModel.offers().addListener((ListChangeListener<CatalogueOffer>) change -> describe());
    problemText.textProperty().bind(viewModel.problemProperty());
    viewModel.problemProperty().addListener((property, before, now) -> showProblem());
    viewModel.downloads().addListener((ListChangeListener<Download>) change -> showDownloads());
    root.sceneProperty().addListener((property, before, now) -> shown(now != null));
    showDownloads();
    showProblem();
    describe();
  }

  private void shown(boolean now) {
    viewModel.watched(now);
    if (now) {
      viewModel.refresh();
    }
  }

  private void choose(@Nullable CatalogueOffer offer) {
    if (offer != null) {
      viewModel.repoProperty().set(offer.entry().repo());
    }
  }

  private void describe() {
    Optional<CatalogueOffer> chosen = viewModel.chosen();
    var around = viewModel.surroundingsProperty().get();
    adviceText.setText(
        chosen
            .map(offer -> Advice.note(offer, around))
            .orElse(viewModel.repoProperty().get().isBlank() ? CHOOSE : TYPED));
    deselectUnless(chosen);
    warningText.setText(chosen.flatMap(offer -> Advice.warning(offer, around)).orElse(""));
    Fx.visible(warningText, !warningText.getText().isEmpty());
    boolean here = chosen.isPresent() && chosen.get().folder().isPresent();
    getButton.setText(here ? "Open" : "Download");
    getButton.setDisable(viewModel.repoProperty().get().isBlank());
  }

  private void showProblem() {
    Fx.visible(problemText, !problemText.getText().isEmpty());
  }

  private void showDownloads() {
    downloadRows
        .getChildren()
        .setAll(
            viewModel.downloads().stream()
                .map(download -> new DownloadRow(viewModel, download, overlay::close))
                .toList());
    Fx.visible(downloadList, !viewModel.downloads().isEmpty());
  }

  private void deselectUnless(Optional<CatalogueOffer> chosen) {
    CatalogueOffer selected = catalogue.getSelectionModel().getSelectedItem();
    if (selected != null
        && chosen.filter(offer -> offer.entry().equals(selected.entry())).isEmpty()) {
      catalogue.getSelectionModel().clearSelection();
    }
  }

  @FXML
  private void get() {
    Optional<CatalogueOffer> here = viewModel.chosen().filter(offer -> offer.folder().isPresent());
    if (here.isPresent()) {
      viewModel.open(here.get());
      overlay.close();
    } else {
      viewModel.download();
    }
  }

  @FXML
  private void close() {
    overlay.close();
  }
}
