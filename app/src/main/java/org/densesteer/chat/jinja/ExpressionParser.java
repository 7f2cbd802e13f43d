package org.densesteer.chat.jinja;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads expressions with Jinja's precedence, weakest first. */
final class ExpressionParser {

  private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");

  private final TokenStream tokens;
  private final PrimaryParser primary;

  ExpressionParser(TokenStream tokens) {
    this.tokens = tokens;
    this.primary = new PrimaryParser(tokens, this);
  }

  /** A whole expression, {@code a if b else c} included. */
  Expression expression() {
    tokens.enter();
    Expression value = conditional();
    tokens.leave();
    return value;
  }

  /** An expression, or several with commas between, which make a tuple. */
  Expression listOrSingle() {
    int line = tokens.line();
    Expression first = expression();
    if (!tokens.atOperator(",")) {
      return first;
    }
    List<Expression> items = new ArrayList<>(List.of(first));
    while (tokens.takeOperator(",") && primary.startsHere()) {
      items.add(expression());
    }
    return new Expression.ListLiteral(line, items, true);
  }

  /** The strongest expression without {@code if}, as {@code for … in} and tests take it. */
  Expression withoutCondition() {
    tokens.enter();
    Expression value = or();
    tokens.leave();
    return value;
  }

  /** The arguments of a call, from its opening parenthesis on. */
  Expression.Arguments arguments() {
    tokens.expectOperator("(");
    List<Expression> positional = new ArrayList<>();
    Map<String, Expression> named = new LinkedHashMap<>();
    while (!tokens.takeOperator(")")) {
      if (tokens.at(Token.Type.NAME) && tokens.peekSecond().isOperator("=")) {
        String name = tokens.next().text();
        tokens.next();
        named.put(name, expression());
      } else if (named.isEmpty()) {
        positional.add(expression());
      } else {
        throw tokens.fault("an argument without a name follows one with a name");
      }
      if (!tokens.atOperator(")")) {
        tokens.expectOperator(",");
      }
    }
    return new Expression.Arguments(positional, named);
  }

  private Expression conditional() {
    Expression value = or();
    while (tokens.atName("if")) {
      int line = tokens.next().line();
      Expression condition = or();
      value =
          new Expression.Conditional(
              line, value, condition, tokens.takeName("else") ? expression() : null);
    }
    return value;
  }

  private Expression or() {
    Expression left = and();
    while (tokens.atName("or")) {
      left = new Expression.Logical(tokens.next().line(), false, left, and());
    }
    return left;
  }

  private Expression and() {
    Expression left = not();
    while (tokens.atName("and")) {
      left = new Expression.Logical(tokens.next().line(), true, left, not());
    }
    return left;
  }

  private Expression not() {
    if (!tokens.atName("not")) {
      return comparison();
    }
    tokens.enter();
    Expression negated = new Expression.Unary(tokens.next().line(), "not", not());
    tokens.leave();
    return negated;
  }

  private Expression comparison() {
    int line = tokens.line();
    Expression first = sum();
    List<Expression.Link> links = new ArrayList<>();
    while (true) {
      Token token = tokens.peek();
      if (token.type() == Token.Type.OPERATOR && COMPARISONS.contains(token.text())) {
        links.add(new Expression.Link(tokens.next().text(), sum()));
      } else if (tokens.takeName("in")) {
        links.add(new Expression.Link("in", sum()));
      } else if (token.isName("not") && tokens.peekSecond().isName("in")) {
        tokens.next();
        tokens.next();
        links.add(new Expression.Link("not in", sum()));
      } else {
        return links.isEmpty() ? first : new Expression.Comparison(line, first, links);
      }
    }
  }

  private Expression sum() {
    Expression left = concatenation();
    while (tokens.atOperator("+") || tokens.atOperator("-")) {
      Token operator = tokens.next();
      left = new Expression.Binary(operator.line(), operator.text(), left, concatenation());
    }
    return left;
  }

  private Expression concatenation() {
    Expression left = product();
    while (tokens.atOperator("~")) {
      left = new Expression.Binary(tokens.next().line(), "~", left, product());
    }
    return left;
  }

  private Expression product() {
    Expression left = power();
    while (tokens.atOperator("*")
        || tokens.atOperator("/")
        || tokens.atOperator("//")
        || tokens.atOperator("%")) {
      Token operator = tokens.next();
      left = new Expression.Binary(operator.line(), operator.text(), left, power());
    }
    return left;
  }

  private Expression power() {
    Expression left = unary(true);
    while (tokens.atOperator("**")) {
      left = new Expression.Binary(tokens.next().line(), "**", left, unary(true));
    }
    return left;
  }

  private Expression unary(boolean withFilters) {
    tokens.enter();
    Expression value;
    if (tokens.atOperator("-") || tokens.atOperator("+")) {
      Token operator = tokens.next();
      value = new Expression.Unary(operator.line(), operator.text(), unary(false));
    } else {
      value = primary.primary();
    }
    value = primary.postfix(value);
    value = withFilters ? primary.filters(value) : value;
    tokens.leave();
    return value;
  }
}
