package org.densesteer.ui.prompt;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.densesteer.chat.TemplateVariables;
import org.densesteer.common.FaultException;

/** What the chat template is given beside the messages, as it is typed. */
public final class VariablesViewModel {

  private static final String WHERE = "The text under “Template variables”";

  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper("");

  VariablesViewModel(String saved) {
    text.addListener((property, before, now) -> fault.set(faultOf(now)));
    text.set(saved);
  }

  /** A JSON object; blank for no variable. */
  public StringProperty textProperty() {
    return text;
  }

  /** Why the text is no such object; empty when it is. */
  public ReadOnlyStringProperty faultProperty() {
    return fault.getReadOnlyProperty();
  }

  /**
   * The variables.
   *
   * @throws FaultException when the text is no such object
   */
  public TemplateVariables value() {
    return TemplateVariables.parse(WHERE, text.get());
  }

  private static String faultOf(String text) {
    try {
      TemplateVariables.parse(WHERE, text);
      return "";
    } catch (FaultException e) {
      return e.getMessage();
    }
  }
}
