package org.densesteer.ui.prompt;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuItem;
import org.densesteer.evaluation.problems.OwnQuestion;
import org.densesteer.ui.common.FxmlFile;
import org.densesteer.ui.common.FxmlViews;
import org.densesteer.ui.common.Menus;
import org.densesteer.ui.common.Overlay;
import org.densesteer.ui.settings.Source;

/** What can be done with the present question as one of a person's own. */
record OwnQuestionMenu(PromptViewModel prompts, MyQuestions mine, Overlay overlay) {

  /** Entries of the menu of problem sets. */
  List<MenuItem> items() {
    String question = prompts.questionProperty().get();
    List<MenuItem> items = new ArrayList<>();
    mine.find(question)
        .ifPresentOrElse(
            kept -> {
              items.add(Menus.item("Right answer of this question…", () -> ask(kept)));
              items.add(
                  Menus.item(
                      "Take this question out of mine", () -> mine.delete(kept, this::reread)));
            },
            () -> {
              MenuItem add = Menus.item("Add this question to mine", () -> add(question));
              add.setDisable(question.isBlank());
              items.add(add);
            });
    return items;
  }

  private void add(String question) {
    mine.add(question, () -> prompts.openAt(mine.source(), question));
  }

  private void ask(OwnQuestion kept) {
    overlay.show(
        new FxmlViews()
            .with(
                OwnAnswerController.class,
                () -> new OwnAnswerController(kept, mine, this::reread, overlay))
            .load(FxmlFile.OWN_ANSWER));
  }

  private void reread() {
    if (prompts.sourceProperty().get().equals(mine.source())) {
      prompts.openAt(
          mine.listProperty().get().isEmpty() ? Source.SAMPLE_PROBLEMS : mine.source(),
          prompts.questionProperty().get());
    } else if (mine.find(prompts.questionProperty().get()).isPresent()) {
      prompts.openAt(mine.source(), prompts.questionProperty().get());
    }
  }
}
