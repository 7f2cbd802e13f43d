package org.densesteer.chat.jinja;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A template that was read and can be rendered any number of times, from any thread. */
public final class JinjaTemplate {

  /** Longest template; real ones have a few thousand characters. */
  private static final int LONGEST = 1_000_000;

  private final List<Statement> statements;

  private JinjaTemplate(List<Statement> statements) {
    this.statements = statements;
  }

  /**
   * Reads a template.
   *
   * @throws JinjaException when it is not valid or uses what is not supported
   */
  public static JinjaTemplate parse(String source) {
    if (source.length() > LONGEST) {
      throw new JinjaException(1, "it is longer than " + LONGEST + " characters");
    }
    return new JinjaTemplate(StatementParser.parse(source));
  }

  /**
   * Renders it.
   *
   * @param variables names to strings, numbers, booleans, nulls, collections and maps of these
   * @param clock what {@code strftime_now} reads
   * @throws RefusedException when the template calls {@code raise_exception}
   * @throws JinjaException when it cannot be rendered
   */
  public String render(Map<String, ? extends @Nullable Object> variables, Clock clock) {
    RenderState state = new RenderState(clock);
    try {
      variables.forEach((name, value) -> state.scope.set(name, Values.fromJava(value)));
      new Executor(state).run(statements);
      return state.out.toString();
    } catch (JinjaException e) {
      throw e.at(state.line);
    }
  }
}
