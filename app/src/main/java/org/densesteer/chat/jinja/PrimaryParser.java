package org.densesteer.chat.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads literals, names, and what follows them: attributes, items, calls, filters, tests. */
final class PrimaryParser {

  private static final Set<String> NO_ARGUMENT = Set.of("else", "or", "and");

  private final TokenStream tokens;
  private final ExpressionParser expressions;

  PrimaryParser(TokenStream tokens, ExpressionParser expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
  }

  /** Whether an expression can begin with the next token. */
  boolean startsHere() {
    return switch (tokens.peek().type()) {
      case NAME, STRING, INTEGER, FLOAT -> true;
      case OPERATOR -> Set.of("(", "[", "{", "-", "+").contains(tokens.peek().text());
      default -> false;
    };
  }

  Expression primary() {
    Token token = tokens.next();
    int line = token.line();
    switch (token.type()) {
      case NAME:
        return name(token);
      case STRING:
        return new Expression.Literal(line, strings(token.text()));
      case INTEGER:
        return new Expression.Literal(line, integer(token));
      case FLOAT:
        return new Expression.Literal(line, real(token));
      case OPERATOR:
        if (token.text().equals("(")) {
          return parenthesised(line);
        } else if (token.text().equals("[")) {
          return new Expression.ListLiteral(line, items("]"), false);
        } else if (token.text().equals("{")) {
          return new Expression.DictionaryLiteral(line, entries());
        }
        break;
      default:
        break;
    }
    throw new JinjaException(line, "an expression cannot begin with " + token.describe());
  }

  /** Attributes, items and calls. */
  Expression postfix(Expression start) {
    Expression value = start;
    while (true) {
      int line = tokens.line();
      if (tokens.takeOperator(".")) {
        Token name = tokens.next();
        if (name.type() == Token.Type.NAME) {
          value = new Expression.Attribute(line, value, name.text());
        } else if (name.type() == Token.Type.INTEGER) {
          value = new Expression.Item(line, value, new Expression.Literal(line, integer(name)));
        } else {
          throw new JinjaException(line, "a name is expected after '.'");
        }
      } else if (tokens.takeOperator("[")) {
        value = subscript(line, value);
      } else if (tokens.atOperator("(")) {
        value = new Expression.Call(line, value, expressions.arguments());
      } else {
        return value;
      }
    }
  }

  /** Filters, tests and calls of their results. */
  Expression filters(Expression start) {
    Expression value = start;
    while (true) {
      int line = tokens.line();
      if (tokens.takeOperator("|")) {
        value = new Expression.Filter(line, value, dottedName(), optionalArguments());
      } else if (tokens.takeName("is")) {
        value = test(line, value);
      } else if (tokens.atOperator("(")) {
        value = new Expression.Call(line, value, expressions.arguments());
      } else {
        return value;
      }
    }
  }

  /** Filters alone; {@code inline} when the first stands without {@code |}. */
  Expression filterChain(Expression start, boolean inline) {
    Expression value = start;
    for (boolean bare = inline; bare || tokens.takeOperator("|"); bare = false) {
      int line = tokens.line();
      value = new Expression.Filter(line, value, dottedName(), optionalArguments());
    }
    return value;
  }

  private Expression name(Token token) {
    Object constant =
        switch (token.text()) {
          case "true", "True" -> Boolean.TRUE;
          case "false", "False" -> Boolean.FALSE;
          case "none", "None" -> None.NONE;
          default -> Undefined.PLAIN;
        };
    if (constant != Undefined.PLAIN) {
      return new Expression.Literal(token.line(), constant);
    }
    expressions.reads(token.text());
    return new Expression.Name(token.line(), token.text());
  }

  private String strings(String first) {
    StringBuilder all = new StringBuilder(first);
    while (tokens.at(Token.Type.STRING)) {
      all.append(tokens.next().text());
    }
    return all.toString();
  }

  private static Long integer(Token token) {
    String text = token.text().toLowerCase(Locale.ROOT);
    int base =
        text.startsWith("0x") ? 16 : text.startsWith("0o") ? 8 : text.startsWith("0b") ? 2 : 10;
    try {
      return Long.valueOf(base == 10 ? text : text.substring(2), base);
    } catch (NumberFormatException e) {
      throw new JinjaException(token.line(), "the number " + token.text() + " is too large");
    }
  }

  /** Jinja writes a number without end into its program as the unknown name {@code inf}. */
  private static Double real(Token token) {
    double value = Double.parseDouble(token.text());
    if (Double.isInfinite(value)) {
      throw new JinjaException(token.line(), "the number " + token.text() + " is too large");
    }
    return value;
  }

  private Expression parenthesised(int line) {
    if (tokens.takeOperator(")")) {
      return new Expression.ListLiteral(line, List.of(), true);
    }
    Expression inside = expressions.listOrSingle(true);
    tokens.expectOperator(")");
    return inside;
  }

  private List<Expression> items(String end) {
    List<Expression> items = new ArrayList<>();
    while (!tokens.takeOperator(end)) {
      items.add(expressions.expression());
      if (!tokens.atOperator(end)) {
        tokens.expectOperator(",");
      }
    }
    return items;
  }

  private List<Expression.Entry> entries() {
    List<Expression.Entry> entries = new ArrayList<>();
    while (!tokens.takeOperator("}")) {
      Expression key = expressions.expression();
      tokens.expectOperator(":");
      entries.add(new Expression.Entry(key, expressions.expression()));
      if (!tokens.atOperator("}")) {
        tokens.expectOperator(",");
      }
    }
    return entries;
  }

  private Expression subscript(int line, Expression value) {
    @Nullable Expression start = tokens.atOperator(":") ? null : expressions.expression();
    if (start != null && !tokens.atOperator(":")) {
      return new Expression.Item(line, value, key(line, start));
    }
    tokens.expectOperator(":");
    @Nullable Expression stop = sliceBound();
    @Nullable Expression step = tokens.takeOperator(":") ? sliceBound() : null;
    tokens.expectOperator("]");
    return new Expression.Slice(line, value, start, stop, step);
  }

  /** One key, or several with commas between, which make a tuple. */
  private Expression key(int line, Expression first) {
    if (tokens.takeOperator("]")) {
      return first;
    }
    List<Expression> keys = new ArrayList<>(List.of(first));
    while (!tokens.takeOperator("]")) {
      tokens.expectOperator(",");
      keys.add(expressions.expression());
    }
    return new Expression.ListLiteral(line, keys, true);
  }

  private @Nullable Expression sliceBound() {
    return tokens.atOperator(":") || tokens.atOperator("]") ? null : expressions.expression();
  }

  private Expression test(int line, Expression subject) {
    boolean negated = tokens.takeName("not");
    String name = dottedName();
    Expression.Arguments arguments = Expression.Arguments.NONE;
    if (tokens.atOperator("(")) {
      arguments = expressions.arguments();
    } else if (startsHere()
        && !tokens.atOperator("-")
        && !tokens.atOperator("+")
        && !NO_ARGUMENT.contains(tokens.peek().text())) {
      if (tokens.atName("is")) {
        throw tokens.fault("tests cannot be chained with 'is'");
      }
      arguments = new Expression.Arguments(List.of(postfix(primary())), Map.of(), null, null);
    }
    return new Expression.Test(line, subject, name, arguments, negated);
  }

  private Expression.Arguments optionalArguments() {
    return tokens.atOperator("(") ? expressions.arguments() : Expression.Arguments.NONE;
  }

  private String dottedName() {
    StringBuilder name = new StringBuilder(tokens.expect(Token.Type.NAME, "a name").text());
    while (tokens.takeOperator(".")) {
      name.append('.').append(tokens.expect(Token.Type.NAME, "a name").text());
    }
    return name.toString();
  }
}
