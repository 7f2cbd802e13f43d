package org.densesteer.cli;

import java.util.Stack;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Takes the text that follows an option whatever it begins with, a minus sign too. Only the name of
 * another option is none: then the text was forgotten.
 */
final class TextConsumer implements IParameterConsumer {

  @Override
  public void consumeParameters(Stack<String> args, ArgSpec option, CommandSpec command) {
    if (args.isEmpty() || command.optionsMap().containsKey(args.peek())) {
      throw new ParameterException(
          command.commandLine(),
          "Missing required parameter for option '" + option.paramLabel() + "'");
    }
    option.setValue(value(option, args.pop()));
  }

  private static Object value(ArgSpec option, String text) {
    return option.type() == PromptTemplate.class
        ? new PromptTemplate.Converter().convert(text)
        : text;
  }
}
