package org.densesteer.ui.prompt;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import org.densesteer.evaluation.problems.FieldMapping;
import org.densesteer.ui.common.Overlay;

/** Asks which fields of a problem file hold the question and the answer. */
public final class FieldsController {

  private static final int LONGEST_EXAMPLE = 400;

  private final UnreadFields unread;
  private final PromptViewModel prompts;
  private final Overlay overlay;

  @FXML private Label fileText;
  @FXML private ComboBox<String> questionField;
  @FXML private ComboBox<String> answerField;
  @FXML private Label questionExample;
  @FXML private Label answerExample;
  @FXML private Button openButton;

  /** Asks about a file, and opens it by what is answered. */
  public FieldsController(UnreadFields unread, PromptViewModel prompts, Overlay overlay) {
    this.unread = unread;
    this.prompts = prompts;
    this.overlay = overlay;
  }

  @FXML
  private void initialize() {
    fileText.setText(String.valueOf(unread.source().path()));
    List<String> fields = unread.found().fields();
    show(questionField, questionExample, fields);
    show(answerField, answerExample, fields);
    openButton
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> mapping().isEmpty(),
                questionField.valueProperty(),
                answerField.valueProperty()));
  }

  private void show(ComboBox<String> field, Label example, List<String> fields) {
    field.getItems().setAll(fields);
    example
        .textProperty()
        .bind(
            field
                .valueProperty()
                .map(this::example)
                .orElse("Choose a field to see what it holds."));
  }

  private String example(String path) {
    String text = unread.found().example(path).strip();
    return text.length() <= LONGEST_EXAMPLE ? text : text.substring(0, LONGEST_EXAMPLE - 1) + "…";
  }

  private Optional<FieldMapping> mapping() {
    String question = questionField.getValue();
    String answer = answerField.getValue();
    return question == null || answer == null || question.equals(answer)
        ? Optional.empty()
        : Optional.of(new FieldMapping(question, answer, null, null));
  }

  @FXML
  private void open() {
    overlay.close();
    mapping().ifPresent(mapping -> prompts.openBy(unread.source(), mapping));
  }

  @FXML
  private void cancel() {
    overlay.close();
  }
}
