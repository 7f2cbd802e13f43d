package org.densesteer.chat.jinja;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An expression of a template; {@code line} is the line it stands on, from 1. */
sealed interface Expression {

  int line();

  <R> R accept(Visitor<R> visitor);

  /** One method for each kind of expression. */
  interface Visitor<R> {
    R literal(Literal literal);

    R name(Name name);

    R attribute(Attribute attribute);

    R item(Item item);

    R slice(Slice slice);

    R call(Call call);

    R filter(Filter filter);

    R test(Test test);

    R unary(Unary unary);

    R binary(Binary binary);

    R logical(Logical logical);

    R comparison(Comparison comparison);

    R conditional(Conditional conditional);

    R list(ListLiteral list);

    R dictionary(DictionaryLiteral dictionary);
  }

  /** A string, number, boolean or none. */
  record Literal(int line, Object value) implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.literal(this);
    }
  }

  /** A variable. */
  record Name(int line, String name) implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.name(this);
    }
  }

  /** {@code of.name}. */
  record Attribute(int line, Expression of, String name) implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.attribute(this);
    }
  }

  /** {@code of[key]}. */
  record Item(int line, Expression of, Expression key) implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.item(this);
    }
  }

  /** {@code of[start:stop:step]}. */
  record Slice(
      int line,
      Expression of,
      @Nullable Expression start,
      @Nullable Expression stop,
      @Nullable Expression step)
      implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.slice(this);
    }
  }

  /**
   * What stands between the parentheses of a call.
   *
   * @param spread after {@code *}: a list whose items are further arguments
   * @param spreadNamed after {@code **}: a mapping whose entries are further named arguments
   */
  record Arguments(
      List<Expression> positional,
      Map<String, Expression> named,
      @Nullable Expression spread,
      @Nullable Expression spreadNamed) {
    static final Arguments NONE = new Arguments(List.of(), Map.of(), null, null);
  }

  /** {@code callee(arguments)}. */
  record Call(int line, Expression callee, Arguments arguments) implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.call(this);
    }
  }

  /** {@code input | name(arguments)}. */
  record Filter(int line, Expression input, String name, Arguments arguments)
      implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.filter(this);
    }
  }

  /** {@code subject is name(arguments)}, or {@code is not}. */
  record Test(int line, Expression subject, String name, Arguments arguments, boolean negated)
      implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.test(this);
    }
  }

  /** {@code not}, {@code -} or {@code +}. */
  record Unary(int line, String operator, Expression operand) implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.unary(this);
    }
  }

  /** Arithmetic, or {@code ~}. */
  record Binary(int line, String operator, Expression left, Expression right)
      implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.binary(this);
    }
  }

  /** {@code and} or {@code or}: the right side is looked at only when it matters. */
  record Logical(int line, boolean and, Expression left, Expression right) implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.logical(this);
    }
  }

  /** One comparison of a chain such as {@code a < b < c}. */
  record Link(String operator, Expression operand) {}

  /** A chain of comparisons, {@code in} and {@code not in} among them. */
  record Comparison(int line, Expression first, List<Link> links) implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.comparison(this);
    }
  }

  /** {@code then if condition else otherwise}. */
  record Conditional(
      int line, Expression then, Expression condition, @Nullable Expression otherwise)
      implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.conditional(this);
    }
  }

  /** {@code [a, b]}, or as a tuple {@code (a, b)}. */
  record ListLiteral(int line, List<Expression> items, boolean tuple) implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.list(this);
    }
  }

  /** {@code key: value}. */
  record Entry(Expression key, Expression value) {}

  /** {@code {key: value}}. */
  record DictionaryLiteral(int line, List<Entry> entries) implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.dictionary(this);
    }
  }
}
