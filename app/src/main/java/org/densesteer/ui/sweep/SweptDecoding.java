package org.densesteer.ui.sweep;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.StringProperty;
import org.densesteer.chat.TemplateVariables;
import org.densesteer.evaluation.plan.SweepDecoding;
import org.densesteer.ui.prompt.DecodingViewModel;
import org.densesteer.ui.prompt.PromptViewModel;

/** Brings the prompt panel to how a sweep decoded, and back. */
final class SweptDecoding {

  private final PromptViewModel prompts;
  private final List<Runnable> undo = new ArrayList<>();

  SweptDecoding(PromptViewModel prompts) {
    this.prompts = prompts;
  }

  /** What this changed, in words; empty when the panel is as the sweep was. */
  List<String> restore(SweepDecoding swept) {
    List<String> changes = new ArrayList<>();
    DecodingViewModel decoding = prompts.decoding();
    if (decoding.sampledProperty().get()) {
      decoding.sampledProperty().set(false);
      undo.add(() -> decoding.sampledProperty().set(true));
      changes.add("decoding is greedy");
    }
    int most = decoding.maxTokensProperty().get();
    if (most != swept.maxNewTokens()) {
      decoding.maxTokensProperty().set(swept.maxNewTokens());
      undo.add(() -> decoding.maxTokensProperty().set(most));
      changes.add("answers have at most " + swept.maxNewTokens() + " tokens");
    }
    String wanted = swept.system();
    String system = prompts.systemProperty().get();
    String present = prompts.systemTurn();
    if (wanted == null ? present != null : !wanted.equals(present)) {
      prompts.systemProperty().set(wanted == null ? "" : wanted);
      undo.add(() -> prompts.systemProperty().set(system));
      changes.add("the system turn is the sweep’s");
    }
    restore(swept.templateVariables(), changes);
    return changes;
  }

  private void restore(TemplateVariables wanted, List<String> changes) {
    StringProperty text = prompts.variables().textProperty();
    String typed = text.get();
    boolean valid = prompts.variables().faultProperty().get().isEmpty();
    if (!valid || !prompts.variables().value().equals(wanted)) {
      text.set(wanted.json());
      undo.add(() -> text.set(typed));
      changes.add("the template variables are the sweep’s");
    }
  }

  void undo() {
    undo.forEach(Runnable::run);
    undo.clear();
  }
}
