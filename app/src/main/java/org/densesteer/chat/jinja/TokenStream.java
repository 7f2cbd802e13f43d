package org.densesteer.chat.jinja;

import java.util.List;

/** The tokens of a template, read from left to right. */
final class TokenStream {

  /** Deepest nesting of expressions and tags; real templates stay below 20. */
  private static final int DEEPEST = 200;

  private final List<Token> tokens;
  private int at;
  private int depth;

  TokenStream(List<Token> tokens) {
    this.tokens = tokens;
  }

  Token peek() {
    return tokens.get(at);
  }

  Token peekSecond() {
    return tokens.get(Math.min(at + 1, tokens.size() - 1));
  }

  Token next() {
    Token token = peek();
    at = Math.min(at + 1, tokens.size() - 1);
    return token;
  }

  int line() {
    return peek().line();
  }

  boolean at(Token.Type type) {
    return peek().type() == type;
  }

  boolean atOperator(String operator) {
    return peek().isOperator(operator);
  }

  boolean atName(String name) {
    return peek().isName(name);
  }

  /** Takes the operator if it is next. */
  boolean takeOperator(String operator) {
    return take(atOperator(operator));
  }

  /** Takes the name if it is next. */
  boolean takeName(String name) {
    return take(atName(name));
  }

  Token expect(Token.Type type, String wanted) {
    if (!at(type)) {
      throw unexpected(wanted);
    }
    return next();
  }

  void expectOperator(String operator) {
    if (!takeOperator(operator)) {
      throw unexpected("'" + operator + "'");
    }
  }

  JinjaException unexpected(String wanted) {
    return fault(wanted + " is expected where " + peek().describe() + " stands");
  }

  JinjaException fault(String problem) {
    return new JinjaException(line(), problem);
  }

  /** Enters one level of nesting. */
  void enter() {
    if (++depth > DEEPEST) {
      throw fault("it is nested more than " + DEEPEST + " levels deep");
    }
  }

  /** Leaves it. */
  void leave() {
    depth--;
  }

  private boolean take(boolean wanted) {
    if (wanted) {
      next();
    }
    return wanted;
  }
}
