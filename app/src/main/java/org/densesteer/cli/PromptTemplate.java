package org.densesteer.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The user turn that a question is put into.
 *
 * @param text the turn, with {@code {question}} where the question goes
 */
record PromptTemplate(String text) {

  private static final String PLACE = "{question}";

  /** Puts a question into the turn. */
  String fill(String question) {
    return text.replace(PLACE, question);
  }

  /** Reads an option's value. */
  static final class Converter implements ITypeConverter<PromptTemplate> {
    @Override
    public PromptTemplate convert(String value) {
      if (!value.contains(PLACE)) {
        throw new TypeConversionException("it must contain " + PLACE);
      }
      return new PromptTemplate(Arguments.text(value));
    }
  }
}
