package org.densesteer.ui.vectors;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.densesteer.steering.SteeringVector;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.common.NumberField;
import org.densesteer.ui.common.Overlay;
import org.densesteer.ui.steering.LayerBars;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes a vector of others: what goes in above, what comes out below. */
final class CombineController {

  private final CombineViewModel viewModel;
  private final Overlay overlay;

  @FXML private ComboBox<CombineOperation> operationBox;
  @FXML private Label explanation;
  @FXML private VBox terms;
  @FXML private Button addTermButton;
  @FXML private Node rescaling;
  @FXML private Pane factors;
  @FXML private LayerBars resultNorms;
  @FXML private Label remark;
  @FXML private TextField resultName;
  @FXML private Button saveButton;
  private List<Integer> shownLayers = List.of();

  CombineController(CombineViewModel viewModel, Overlay overlay) {
    this.viewModel = viewModel;
    this.overlay = overlay;
  }

  @FXML
  private void initialize() {
    operationBox.getItems().setAll(CombineOperation.values());
    operationBox.valueProperty().bindBidirectional(viewModel.operationProperty());
    viewModel.terms().addListener((ListChangeListener<CombineTerm>) change -> showTerms());
    viewModel.operationProperty().subscribe(chosen -> showTerms());
    resultName.textProperty().bindBidirectional(viewModel.nameProperty());
    viewModel.previewProperty().subscribe(this::showPreview);
    Fx.says(remark, viewModel.remarkProperty());
    ObjectProperty<CombineOperation> operation = viewModel.operationProperty();
    explanation.textProperty().bind(operation.map(CombineOperation::explanation));
    Fx.visible(addTermButton, operation.isEqualTo(CombineOperation.SUM));
    Fx.visible(rescaling, operation.isEqualTo(CombineOperation.RESCALE));
    saveButton.disableProperty().bind(viewModel.previewProperty().isNull());
  }

  private void showTerms() {
    CombineOperation operation = viewModel.operationProperty().get();
    boolean sum = operation == CombineOperation.SUM;
    List<CombineTerm> all = viewModel.terms();
    int count = sum ? all.size() : Math.min(operation.operands(), all.size());
    List<Node> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(row(all.get(i), i, sum));
    }
    terms.getChildren().setAll(rows);
    showFactors();
  }

  private HBox row(CombineTerm term, int index, boolean weighted) {
    EntryBox box = new EntryBox(viewModel, term);
    box.setId("combineVector" + index);
    if (viewModel.operationProperty().get() == CombineOperation.PROJECT_OUT) {
      box.setPromptText(index == 0 ? "the vector" : "what is taken out of it");
    }
    box.setPrefWidth(0);
    HBox.setHgrow(box, Priority.ALWAYS);
    HBox row = new HBox(box);
    row.getStyleClass().add("combine-row");
    if (weighted) {
      NumberField weight = new NumberField();
      weight.setId("combineWeight" + index);
      weight.setSigned(true);
      weight.setStep(0.1);
      weight.setAccessibleText("Weight");
      weight.getStyleClass().add("weight");
      weight.setMinWidth(NumberField.USE_PREF_SIZE);
      weight.setValue(term.weightProperty().get());
      term.weightProperty().bind(weight.valueProperty());
      Button remove = new Button("", new FontIcon("fth-x"));
      remove.getStyleClass().addAll("flat", "icon-button");
      remove.setAccessibleText("Take this vector out of the sum");
      remove.setDisable(viewModel.terms().size() < 2);
      remove.setOnAction(event -> viewModel.removeTerm(term));
      row.getChildren().addAll(new Label("×"), weight, remove);
    }
    return row;
  }

  private void showFactors() {
    List<Integer> layers = viewModel.layers();
    if (layers.equals(shownLayers)) {
      return;
    }
    shownLayers = layers;
    factors.getChildren().setAll(layers.stream().map(this::factor).toList());
  }

  private Node factor(int layer) {
    NumberField field = new NumberField();
    field.setId("factor" + layer);
    field.getStyleClass().add("short-number");
    field.setStep(0.1);
    field.setAccessibleText("Factor of layer " + layer);
    field.setValue(viewModel.factors().getOrDefault(layer, 1.0));
    field
        .valueProperty()
        .addListener((property, before, now) -> viewModel.factors().put(layer, now.doubleValue()));
    Label label = new Label("ℓ " + layer);
    label.getStyleClass().add("field-label");
    label.setLabelFor(field);
    VBox box = new VBox(label, field);
    box.getStyleClass().add("factor");
    return box;
  }

  private void showPreview(@Nullable SteeringVector result) {
    resultNorms.show(
        result == null ? 0 : result.directions().lastKey() + 1,
        layer -> result == null ? 0 : result.norm(layer));
    showFactors();
  }

  @FXML
  private void addTerm() {
    viewModel.addTerm(null);
  }

  @FXML
  private void unitNorms() {
    viewModel.unitNorms();
    shownLayers = List.of();
    showFactors();
  }

  @FXML
  private void noFactors() {
    viewModel.factors().clear();
    shownLayers = List.of();
    showFactors();
  }

  @FXML
  private void save() {
    if (viewModel.save()) {
      overlay.close();
    }
  }

  @FXML
  private void close() {
    overlay.close();
  }
}
