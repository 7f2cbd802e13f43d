package org.densesteer.ui.download;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.densesteer.ui.common.Children;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.common.Overlay;
import org.densesteer.ui.common.TableWidths;
import org.densesteer.ui.download.DownloadsViewModel.Surroundings;
import org.jspecify.annotations.Nullable;

/** Gets models: those of the catalogue, and any other by its name. */
final class GetModelController {

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

  GetModelController(DownloadsViewModel viewModel, Overlay overlay) {
    this.viewModel = viewModel;
    this.overlay = overlay;
  }

  @FXML
  private void initialize() {
    placeText.setText(
        "Models go into the Hugging Face cache, where Python tools find them, too: "
            + viewModel.folder());
    offerCatalogue();
    repoField.textProperty().bindBidirectional(viewModel.repoProperty());
    problemText.textProperty().bind(viewModel.problemProperty());
    Fx.visible(problemText, problemText.textProperty().isNotEmpty());
    describeChosen();
    Children.follow(
        viewModel.downloads(),
        downloadRows,
        download -> new DownloadRow(viewModel, download, overlay::close),
        row -> {});
    Fx.visible(downloadList, Bindings.isNotEmpty(viewModel.downloads()));
    root.sceneProperty().subscribe(scene -> viewModel.watched(scene != null));
  }

  private void offerCatalogue() {
    CatalogueColumns.install(catalogue);
    TableWidths.growWithText(catalogue);
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
    viewModel.chosenProperty().subscribe(this::deselectUnless);
  }

  private void choose(@Nullable CatalogueOffer offer) {
    if (offer != null) {
      viewModel.repoProperty().set(offer.entry().repo());
    }
  }

  private void describeChosen() {
    ObservableValue<@Nullable CatalogueOffer> chosen = viewModel.chosenProperty();
    ObservableValue<@Nullable Surroundings> around = viewModel.surroundingsProperty();
    BooleanBinding nothing =
        Bindings.createBooleanBinding(
            () -> viewModel.repoProperty().get().isBlank(), viewModel.repoProperty());
    adviceText
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    chosen.getValue() != null
                        ? Advice.note(chosen.getValue(), around.getValue())
                        : nothing.get() ? CHOOSE : TYPED,
                chosen,
                around,
                nothing));
    warningText
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    Optional.ofNullable(chosen.getValue())
                        .flatMap(offer -> Advice.warning(offer, around.getValue()))
                        .orElse(""),
                chosen,
                around));
    Fx.visible(warningText, warningText.textProperty().isNotEmpty());
    getButton
        .textProperty()
        .bind(chosen.map(offer -> offer.here() ? "Open" : "Download").orElse("Download"));
    getButton.disableProperty().bind(nothing);
  }

  private void deselectUnless(@Nullable CatalogueOffer chosen) {
    CatalogueOffer selected = catalogue.getSelectionModel().getSelectedItem();
    if (selected != null && (chosen == null || !chosen.entry().equals(selected.entry()))) {
      catalogue.getSelectionModel().clearSelection();
    }
  }

  @FXML
  private void get() {
    CatalogueOffer chosen = viewModel.chosenProperty().getValue();
    if (chosen != null && chosen.here()) {
      viewModel.open(chosen);
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
