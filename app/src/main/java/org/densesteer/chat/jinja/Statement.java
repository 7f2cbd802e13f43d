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

    R callBlock(CallBlock block);

    R filterBlock(FilterBlock block);

    R with(With with);

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

  /**
   * {@code for target in items if condition}; {@code otherwise} when no round came to its end, as
   * Jinja has it: a round that {@code break} or {@code continue} ends does not count.
   */
  record For(
      int line,
      Target target,
      Expression items,
      @Nullable Expression condition,
      boolean recursive,
      List<Statement> body,
      List<Statement> otherwise)
      implements Statement {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.loop(this);
    }
  }

  /** A place that is set. */
  sealed interface Target {

    /** A variable. */
    record Variable(String name) implements Target {}

    /** An entry of a namespace. */
    record Entry(String namespace, String name) implements Target {}

    /** Several places, over which the items of a value are spread. */
    record Several(List<Target> parts) implements Target {}
  }

  /** {@code set target = value}. */
  record Set(int line, Target target, Expression value) implements Statement {
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

  /**
   * {@code macro name(parameters)} … {@code endmacro}.
   *
   * @param reads the names that the body reads; of these, {@code varargs}, {@code kwargs} and
   *     {@code caller} are given to it by whoever calls
   */
  record MacroDefinition(
      int line,
      String name,
      List<Parameter> parameters,
      java.util.Set<String> reads,
      List<Statement> body)
      implements Statement {

    /** Whether the body reads one of the names that every call may give. */
    boolean uses(String name) {
      return reads.contains(name)
          && parameters.stream().noneMatch(parameter -> parameter.name().equals(name));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.macro(this);
    }
  }

  /**
   * {@code call(parameters) call} … {@code endcall}: a call that is given the body as {@code
   * caller}. Without a call the body is printed, which is {@code generation} … {@code
   * endgeneration}: transformers marks the model's own turns with it.
   */
  record CallBlock(int line, Expression.@Nullable Call call, MacroDefinition body)
      implements Statement {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.callBlock(this);
    }
  }

  /** {@code filter filters} … {@code endfilter}: what the body prints, filtered and printed. */
  record FilterBlock(int line, Expression value, List<Statement> body) implements Statement {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.filterBlock(this);
    }
  }

  /** {@code with target = value, …} … {@code endwith}: statements with variables of their own. */
  record With(int line, List<Set> variables, List<Statement> body) implements Statement {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.with(this);
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
