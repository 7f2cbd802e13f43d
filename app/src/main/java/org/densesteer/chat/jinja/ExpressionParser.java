package org.densesteer.chat.jinja;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads expressions with Jinja's precedence, weakest first. */
final class ExpressionParser {

  private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");

  private final TokenStream tokens;
  private final PrimaryParser primary;

  /** Names that were read since {@link #startReads}. */
  private Set<String> reads = new HashSet<>();

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

  /**
   * An expression, or several with commas between, which make a tuple.
   *
   * @param conditional whether {@code a if b else c} is one; before the condition of a loop it is
   *     not
   */
  Expression listOrSingle(boolean conditional) {
    int line = tokens.line();
    Expression first = part(conditional);
    if (!tokens.atOperator(",")) {
      return first;
    }
    List<Expression> items = new ArrayList<>(List.of(first));
    while (tokens.takeOperator(",") && primary.startsHere()) {
      items.add(part(conditional));
    }
    return new Expression.ListLiteral(line, items, true);
  }

  private Expression part(boolean conditional) {
    tokens.enter();
    Expression value = conditional ? conditional() : or();
    tokens.leave();
    return value;
  }

  /** Filters of a value; {@code inline} when the first stands without {@code |}. */
  Expression filters(Expression start, boolean inline) {
    return primary.filterChain(start, inline);
  }

  /** Begins to note the names that are read; returns those noted so far. */
  Set<String> startReads() {
    Set<String> before = reads;
    reads = new HashSet<>();
    return before;
  }

  /** The names that were read since {@link #startReads}, which count for what is around, too. */
  Set<String> endReads(Set<String> before) {
    Set<String> read = reads;
    before.addAll(read);
    reads = before;
    return read;
  }

  void reads(String name) {
    reads.add(name);
  }

  /** The arguments of a call, from its opening parenthesis on. */
  Expression.Arguments arguments() {
    tokens.expectOperator("(");
    List<Expression> positional = new ArrayList<>();
    Map<String, Expression> named = new LinkedHashMap<>();
    @Nullable Expression spread = null;
    @Nullable Expression spreadNamed = null;
    while (!tokens.takeOperator(")")) {
      boolean spreads = spread != null || spreadNamed != null;
      if (!spreads && tokens.takeOperator("*")) {
        spread = expression();
      } else if (spreadNamed == null && tokens.takeOperator("**")) {
        spreadNamed = expression();
      } else if (spreadNamed == null && isNamed()) {
        String name = tokens.next().text();
        tokens.next();
        if (named.put(name, expression()) != null) {
          throw tokens.fault("the argument '" + name + "' is given twice");
        }
      } else if (named.isEmpty() && !spreads) {
        positional.add(expression());
      } else {
        throw tokens.fault("an argument without a name follows one with a name");
      }
      if (!tokens.atOperator(")")) {
        tokens.expectOperator(",");
      }
    }
    return new Expression.Arguments(positional, named, spread, spreadNamed);
  }

  private boolean isNamed() {
    return tokens.at(Token.Type.NAME) && tokens.peekSecond().isOperator("=");
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
