package org.densesteer.cli;

import org.densesteer.chat.TemplateVariables;
import org.densesteer.common.FaultException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --template-vars}. */
final class TemplateVariablesConverter implements ITypeConverter<TemplateVariables> {

  /** What the option does, for {@code --help}. */
  static final String DESCRIPTION =
      "A JSON object of what the chat template takes beside the messages, such as"
          + " '{\"enable_thinking\": false}'; tools and documents are JSON lists.";

  @Override
  public TemplateVariables convert(String value) {
    try {
      return TemplateVariables.parse("it", value);
    } catch (FaultException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
