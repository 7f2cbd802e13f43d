package org.densesteer.chat.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a template: text, expressions to print, and tags. */
final class StatementParser {

  private final TokenStream tokens;
  private final ExpressionParser expressions;
  private int loops;

  private StatementParser(List<Token> tokens) {
    this.tokens = new TokenStream(tokens);
    this.expressions = new ExpressionParser(this.tokens);
  }

  /** The statements of a template. */
  static List<Statement> parse(String template) {
    StatementParser parser = new StatementParser(Lexer.tokenize(template));
    List<Statement> statements = parser.body(Set.of());
    if (!parser.tokens.at(Token.Type.END)) {
      throw parser.tokens.fault(
          "the tag " + parser.tokens.peek().describe() + " closes nothing that is open");
    }
    return statements;
  }

  /** Statements up to one of these tags, whose name is then the next token, or to the end. */
  private List<Statement> body(Set<String> ends) {
    List<Statement> statements = new ArrayList<>();
    tokens.enter();
    while (!tokens.at(Token.Type.END)) {
      Token token = tokens.next();
      switch (token.type()) {
        case DATA -> statements.add(new Statement.Text(token.line(), token.text()));
        case PRINT_BEGIN -> {
          statements.add(new Statement.Print(token.line(), expressions.listOrSingle()));
          tokens.expect(Token.Type.PRINT_END, "the end of the expression");
        }
        default -> {
          String name = tokens.peek().text();
          if (ends.contains(name) || name.startsWith("end") || name.equals("elif")) {
            tokens.leave();
            return statements;
          }
          statements.add(tag());
        }
      }
    }
    tokens.leave();
    return statements;
  }

  private Statement tag() {
    Token name = tokens.expect(Token.Type.NAME, "the name of a tag");
    int line = name.line();
    return switch (name.text()) {
      case "if" -> choice(line);
      case "for" -> loop(line);
      case "set" -> set(line);
      case "macro" -> macro(line);
      case "generation" -> group(line);
      case "break", "continue" -> jump(line, name.text());
      default -> throw new JinjaException(line, "the tag '" + name.text() + "' is not supported");
    };
  }

  private Statement choice(int line) {
    List<Statement.Branch> branches = new ArrayList<>();
    do {
      Expression condition = expressions.listOrSingle();
      endTag();
      branches.add(new Statement.Branch(condition, body(Set.of("else"))));
    } while (tokens.takeName("elif"));
    List<Statement> otherwise = elseBody();
    close("if", "endif");
    return new Statement.If(line, branches, otherwise);
  }

  private Statement loop(int line) {
    List<String> targets = new ArrayList<>();
    boolean parenthesised = tokens.takeOperator("(");
    do {
      targets.add(tokens.expect(Token.Type.NAME, "the name of a variable").text());
    } while (tokens.takeOperator(","));
    if (parenthesised) {
      tokens.expectOperator(")");
    }
    if (!tokens.takeName("in")) {
      throw tokens.unexpected("'in'");
    }
    Expression items = expressions.withoutCondition();
    @Nullable Expression condition = tokens.takeName("if") ? expressions.expression() : null;
    if (tokens.atName("recursive")) {
      throw tokens.fault("recursive loops are not supported");
    }
    endTag();
    loops++;
    List<Statement> body = body(Set.of("else"));
    loops--;
    List<Statement> otherwise = elseBody();
    close("for", "endfor");
    return new Statement.For(line, targets, items, condition, body, otherwise);
  }

  private Statement set(int line) {
    List<Statement.Target> targets = new ArrayList<>();
    do {
      String name = tokens.expect(Token.Type.NAME, "the name of a variable").text();
      @Nullable String attribute =
          tokens.takeOperator(".") ? tokens.expect(Token.Type.NAME, "a name").text() : null;
      targets.add(new Statement.Target(name, attribute));
    } while (tokens.takeOperator(","));
    if (tokens.takeOperator("=")) {
      Expression value = expressions.listOrSingle();
      endTag();
      return new Statement.Set(line, targets, value);
    }
    Expression printed = new Expression.Name(line, Statement.Capture.PRINTED);
    Expression value = new PrimaryParser(tokens, expressions).filters(printed);
    endTag();
    List<Statement> body = body(Set.of());
    close("set", "endset");
    return new Statement.Capture(line, targets.get(0), value, body);
  }

  private Statement macro(int line) {
    String name = tokens.expect(Token.Type.NAME, "the name of a macro").text();
    List<Statement.Parameter> parameters = new ArrayList<>();
    tokens.expectOperator("(");
    while (!tokens.takeOperator(")")) {
      String parameter = tokens.expect(Token.Type.NAME, "the name of a parameter").text();
      parameters.add(
          new Statement.Parameter(
              parameter, tokens.takeOperator("=") ? expressions.expression() : null));
      if (!tokens.atOperator(")")) {
        tokens.expectOperator(",");
      }
    }
    endTag();
    int outerLoops = loops;
    loops = 0;
    List<Statement> body = body(Set.of());
    loops = outerLoops;
    close("macro", "endmacro");
    return new Statement.MacroDefinition(line, name, parameters, body);
  }

  private Statement group(int line) {
    endTag();
    List<Statement> body = body(Set.of());
    close("generation", "endgeneration");
    return new Statement.Group(line, body);
  }

  private Statement jump(int line, String name) {
    if (loops == 0) {
      throw new JinjaException(line, "'" + name + "' stands outside a loop");
    }
    endTag();
    return new Statement.Jump(line, name.equals("break"));
  }

  private List<Statement> elseBody() {
    if (!tokens.takeName("else")) {
      return List.of();
    }
    endTag();
    return body(Set.of());
  }

  private void close(String opened, String end) {
    if (!tokens.takeName(end)) {
      throw tokens.fault(
          "the tag '"
              + opened
              + "' is not closed by '"
              + end
              + "' before "
              + tokens.peek().describe());
    }
    if (opened.equals("macro") && tokens.at(Token.Type.NAME)) {
      tokens.next();
    }
    endTag();
  }

  private void endTag() {
    tokens.expect(Token.Type.BLOCK_END, "the end of the tag");
  }
}
