package org.densesteer.chat.jinja;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement of a template; {@code line} is the line it stands on, from 1. */
sealed interface Statement {

  int line();

  <R> R accept(Visitor<R> visitor);

  /** One method for each kind of statement. */
  interface Visitor<R> {
    R text(Text text);

    R print(Print print);

    R choice(If choice);

    R loop(For loop);

    R set(Set set);

    R capture(Capture capture);

    R macro(MacroDefinition macro);

    R group(Group group);

    R jump(Jump jump);
  }

  /** Text that is printed as it is. */
  record Text(int line, String text) implements Statement {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.text(this);
    }
  }

  /** {@code {{ value }}}. */
  record Print(int line, Expression value) implements Statement {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.print(this);
    }
  }

  /** A condition and what is done when it holds. */
  record Branch(Expression condition, List<Statement> body) {}

  /** {@code if}, {@code elif}, {@code else}. */
  record If(int line, List<Branch> branches, List<Statement> otherwise) implements Statement {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.choice(this);
    }
  }

  /** {@code for targets in items if condition}; {@code otherwise} when there was no item. */
  record For(
      int line,
      List<String> targets,
      Expression items,
      @Nullable Expression condition,
      List<Statement> body,
      List<Statement> otherwise)
      implements Statement {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.loop(this);
    }
  }

  /** A place that is set: a variable, or with {@code attribute} an entry of a namespace. */
  record Target(String name, @Nullable String attribute) {}

  /** {@code set targets = value}. */
  record Set(int line, List<Target> targets, Expression value) implements Statement {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.set(this);
    }
  }

  /** {@code set target | filters} … {@code endset}: what the body prints, filtered. */
  record Capture(int line, Target target, Expression value, List<Statement> body)
      implements Statement {

    /** Variable under which the printed text is visible to {@code value}. */
    static final String PRINTED = " printed";

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.capture(this);
    }
  }

  /** A parameter of a macro and its default value. */
  record Parameter(String name, @Nullable Expression value) {}

  /** {@code macro name(parameters)} … {@code endmacro}. */
  record MacroDefinition(int line, String name, List<Parameter> parameters, List<Statement> body)
      implements Statement {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.macro(this);
    }
  }

  /** Statements with variables of their own: {@code generation} … {@code endgeneration}. */
  record Group(int line, List<Statement> body) implements Statement {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.group(this);
    }
  }

  /** {@code break} or {@code continue}. */
  record Jump(int line, boolean out) implements Statement {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.jump(this);
    }
  }
}
