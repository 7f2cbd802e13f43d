package org.densesteer.ui.prompt;

import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.densesteer.evaluation.problems.OwnQuestion;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.common.Overlay;

/** Asks for the right answer of a person's own question. */
final class OwnAnswerController {

  private final OwnQuestion question;
  private final MyQuestions mine;
  private final Runnable then;
  private final Overlay overlay;

  @FXML private Node sheet;
  @FXML private Label ownQuestion;
  @FXML private TextField ownAnswer;
  @FXML private Label answerFlaw;
  @FXML private Button keepAnswer;

  OwnAnswerController(OwnQuestion question, MyQuestions mine, Runnable then, Overlay overlay) {
    this.question = question;
    this.mine = mine;
    this.then = then;
    this.overlay = overlay;
  }

  @FXML
  private void initialize() {
    ownQuestion.setText(question.question());
    ownAnswer.setText(question.answer() == null ? "" : question.answer());
    ObservableValue<String> flaw =
        ownAnswer
            .textProperty()
            .map(
                typed ->
                    OwnQuestion.flaw(typed)
                        .map(why -> "No response could match it: " + why + ".")
                        .orElse(""));
    Fx.says(answerFlaw, flaw);
    keepAnswer.disableProperty().bind(flaw.map(why -> !why.isEmpty()));
    sheet
        .focusedProperty()
        .subscribe(
            focused -> {
              if (focused) {
                ownAnswer.requestFocus();
              }
            });
  }

  @FXML
  private void keep() {
    overlay.close();
    mine.answer(question, ownAnswer.getText(), then);
  }

  @FXML
  private void cancel() {
    overlay.close();
  }
}
