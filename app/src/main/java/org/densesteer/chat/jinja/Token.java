package org.densesteer.chat.jinja;

/**
 * A piece of a template.
 *
 * @param type what it is
 * @param text its text; for a string literal the value
 * @param line line it begins on, from 1
 */
record Token(Type type, String text, int line) {

  enum Type {
    /** Text that is printed as it is. */
    DATA,
    /** Opening of an expression to print. */
    PRINT_BEGIN,
    /** End of an expression to print. */
    PRINT_END,
    /** Opening of a tag. */
    BLOCK_BEGIN,
    /** End of a tag. */
    BLOCK_END,
    NAME,
    STRING,
    INTEGER,
    FLOAT,
    OPERATOR,
    /** End of the template. */
    END
  }

  boolean isOperator(String operator) {
    return type == Type.OPERATOR && text.equals(operator);
  }

  boolean isName(String name) {
    return type == Type.NAME && text.equals(name);
  }

  /** For messages. */
  String describe() {
    return switch (type) {
      case END -> "end of template";
      case BLOCK_END -> "end of tag";
      case PRINT_END -> "end of expression";
      case DATA, PRINT_BEGIN, BLOCK_BEGIN -> "text";
      default -> "'" + text + "'";
    };
  }
}
