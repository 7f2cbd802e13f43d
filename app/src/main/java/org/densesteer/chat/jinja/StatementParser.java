package org.densesteer.chat.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a template: text, expressions to print, and tags. */
final class StatementParser {

  private final TokenStream tokens;
  private final ExpressionParser expressions;
  private final TargetParser targets;
  private int loops;

  private StatementParser(List<Token> tokens) {
    this.tokens = new TokenStream(tokens);
    this.expressions = new ExpressionParser(this.tokens);
    this.targets = new TargetParser(this.tokens);
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
          statements.add(new Statement.Print(token.line(), expressions.listOrSingle(true)));
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
      case "call" -> callBlock(line);
      case "filter" -> filterBlock(line);
      case "with" -> with(line);
      case "generation" ->
          new Statement.CallBlock(line, null, unnamed(line, "generation", List.of()));
      case "break", "continue" -> jump(line, name.text());
      default -> throw new JinjaException(line, "the tag '" + name.text() + "' is not supported");
    };
  }

  private Statement choice(int line) {
    List<Statement.Branch> branches = new ArrayList<>();
    do {
      Expression condition = expressions.listOrSingle(false);
      endTag();
      branches.add(new Statement.Branch(condition, body(Set.of("else"))));
    } while (tokens.takeName("elif"));
    List<Statement> otherwise = elseBody();
    close("if", "endif");
    return new Statement.If(line, branches, otherwise);
  }

  private Statement loop(int line) {
    Statement.Target target = targets.forLoop();
    if (!tokens.takeName("in")) {
      throw tokens.unexpected("'in'");
    }
    Expression items = expressions.listOrSingle(false);
    @Nullable Expression condition = tokens.takeName("if") ? expressions.expression() : null;
    boolean recursive = tokens.takeName("recursive");
    endTag();
    loops++;
    List<Statement> body = body(Set.of("else"));
    loops--;
    List<Statement> otherwise = elseBody();
    close("for", "endfor");
    return new Statement.For(line, target, items, condition, recursive, body, otherwise);
  }

  private Statement set(int line) {
    Statement.Target target = targets.set(loops > 0);
    if (tokens.takeOperator("=")) {
      Expression value = expressions.listOrSingle(true);
      endTag();
      return new Statement.Set(line, target, value);
    }
    Expression value = expressions.filters(printed(line), false);
    List<Statement> body = closedBody("set");
    return new Statement.Capture(line, target, value, body);
  }

  private Statement macro(int line) {
    String name = tokens.expect(Token.Type.NAME, "the name of a macro").text();
    return separate(line, name, "macro", targets.parameters(expressions));
  }

  private Statement callBlock(int line) {
    List<Statement.Parameter> parameters =
        tokens.atOperator("(") ? targets.parameters(expressions) : List.of();
    if (!(expressions.expression() instanceof Expression.Call call)) {
      throw tokens.unexpected("a call");
    }
    return new Statement.CallBlock(line, call, unnamed(line, "call", parameters));
  }

  private Statement filterBlock(int line) {
    Expression value = expressions.filters(printed(line), true);
    return new Statement.FilterBlock(line, value, closedBody("filter"));
  }

  private Statement with(int line) {
    List<Statement.Set> variables = new ArrayList<>();
    while (!tokens.at(Token.Type.BLOCK_END)) {
      if (!variables.isEmpty()) {
        tokens.expectOperator(",");
      }
      Statement.Target target = targets.forLoop();
      tokens.expectOperator("=");
      variables.add(new Statement.Set(line, target, expressions.expression()));
    }
    return new Statement.With(line, variables, closedBody("with"));
  }

  private Statement.MacroDefinition unnamed(
      int line, String tag, List<Statement.Parameter> parameters) {
    return separate(line, "caller", tag, parameters);
  }

  /** A body that is called: no {@code break} leads out of it. */
  private Statement.MacroDefinition separate(
      int line, String name, String tag, List<Statement.Parameter> parameters) {
    int outerLoops = loops;
    loops = 0;
    Set<String> outerReads = expressions.startReads();
    List<Statement> body = closedBody(tag);
    Set<String> reads = expressions.endReads(outerReads);
    loops = outerLoops;
    return new Statement.MacroDefinition(line, name, parameters, reads, body);
  }

  /** What a body prints, as filters see it. */
  private static Expression printed(int line) {
    return new Expression.Name(line, Statement.Capture.PRINTED);
  }

  private List<Statement> closedBody(String tag) {
    endTag();
    List<Statement> body = body(Set.of());
    close(tag, "end" + tag);
    return body;
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
    endTag();
  }

  private void endTag() {
    tokens.expect(Token.Type.BLOCK_END, "the end of the tag");
  }
}
