package org.densesteer.chat.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what is set: the variables of {@code for}, {@code set}, {@code with} and of macros. */
final class TargetParser {

  private static final Set<String> CONSTANTS =
      Set.of("true", "True", "false", "False", "none", "None");

  private final TokenStream tokens;

  TargetParser(TokenStream tokens) {
    this.tokens = tokens;
  }

  /** One variable, or several with commas between; parentheses nest. */
  Statement.Target forLoop() {
    return targets(false, false);
  }

  /**
   * The same; entries of namespaces, too.
   *
   * @param inLoop whether it stands in a loop, whose {@code loop} cannot be set
   */
  Statement.Target set(boolean inLoop) {
    return targets(true, !inLoop);
  }

  /** The parameters of a macro with their parentheses. */
  List<Statement.Parameter> parameters(ExpressionParser expressions) {
    List<Statement.Parameter> parameters = new ArrayList<>();
    tokens.expectOperator("(");
    boolean optional = false;
    while (!tokens.takeOperator(")")) {
      if (!parameters.isEmpty()) {
        tokens.expectOperator(",");
      }
      String name = variable("the name of a parameter", true);
      @Nullable Expression value = tokens.takeOperator("=") ? expressions.expression() : null;
      if (optional && value == null) {
        throw tokens.fault("the parameter '" + name + "' has no default but follows one that has");
      }
      if (parameters.stream().anyMatch(parameter -> parameter.name().equals(name))) {
        throw tokens.fault("two parameters are called '" + name + "'");
      }
      optional = value != null;
      parameters.add(new Statement.Parameter(name, value));
    }
    return parameters;
  }

  private Statement.Target targets(boolean entries, boolean loop) {
    Statement.Target first = target(entries, loop);
    if (!tokens.atOperator(",")) {
      return first;
    }
    List<Statement.Target> parts = new ArrayList<>(List.of(first));
    while (tokens.takeOperator(",") && (tokens.atOperator("(") || isVariable())) {
      parts.add(target(entries, loop));
    }
    return new Statement.Target.Several(parts);
  }

  private boolean isVariable() {
    return tokens.at(Token.Type.NAME) && !tokens.atName("in");
  }

  private Statement.Target target(boolean entries, boolean loop) {
    tokens.enter();
    Statement.Target target;
    if (tokens.takeOperator("(")) {
      target = targets(false, loop);
      tokens.expectOperator(")");
    } else {
      String name = variable("the name of a variable", loop);
      target =
          entries && tokens.takeOperator(".")
              ? new Statement.Target.Entry(name, tokens.expect(Token.Type.NAME, "a name").text())
              : new Statement.Target.Variable(name);
    }
    tokens.leave();
    return target;
  }

  private String variable(String wanted, boolean loop) {
    Token token = tokens.expect(Token.Type.NAME, wanted);
    if (CONSTANTS.contains(token.text()) || !loop && token.text().equals("loop")) {
      throw new JinjaException(token.line(), "'" + token.text() + "' cannot be set");
    }
    return token.text();
  }
}
