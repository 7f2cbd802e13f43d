package org.densesteer.chat.jinja;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the value of an expression. */
final class Evaluator implements Expression.Visitor<Object> {

  private final RenderState state;

  Evaluator(RenderState state) {
    this.state = state;
  }

  Object evaluate(Expression expression) {
    state.budget.enter();
    state.line = expression.line();
    Object value = expression.accept(this);
    state.line = expression.line();
    state.budget.leave();
    return value;
  }

  boolean isTrue(Expression expression) {
    return Values.isTrue(evaluate(expression));
  }

  @Override
  public Object literal(Expression.Literal literal) {
    return literal.value();
  }

  @Override
  public Object name(Expression.Name name) {
    return state.scope.get(name.name());
  }

  @Override
  public Object attribute(Expression.Attribute attribute) {
    return Attributes.attribute(evaluate(attribute.of()), attribute.name(), state.budget);
  }

  @Override
  public Object item(Expression.Item item) {
    return Attributes.item(evaluate(item.of()), evaluate(item.key()), state.budget);
  }

  @Override
  public Object slice(Expression.Slice slice) {
    return Slices.slice(
        evaluate(slice.of()),
        bound(slice.start()),
        bound(slice.stop()),
        bound(slice.step()),
        state.budget);
  }

  @Override
  public Object call(Expression.Call call) {
    return call(call, null);
  }

  /** A call that is also given the body of the block around it. */
  Object call(Expression.Call call, @Nullable Macro caller) {
    Object callee = evaluate(call.callee());
    CallArguments arguments = arguments(call.arguments());
    if (caller != null) {
      arguments.named().put("caller", caller);
    }
    if (callee instanceof Function function) {
      state.line = call.line();
      return function.call(arguments);
    }
    if (callee instanceof Undefined undefined) {
      throw undefined.fault();
    }
    throw new JinjaException(0, Values.describe(callee) + " cannot be called");
  }

  @Override
  public Object filter(Expression.Filter filter) {
    return Filters.apply(
        filter.name(), evaluate(filter.input()), arguments(filter.arguments()), state.budget);
  }

  @Override
  public Object test(Expression.Test test) {
    boolean holds =
        Tests.check(
            test.name(), evaluate(test.subject()), arguments(test.arguments()), state.budget);
    return holds != test.negated();
  }

  @Override
  public Object unary(Expression.Unary unary) {
    Object value = evaluate(unary.operand());
    return switch (unary.operator()) {
      case "not" -> !Values.isTrue(value);
      case "-" -> Arithmetic.negate(value);
      default -> Arithmetic.plus(value);
    };
  }

  @Override
  public Object binary(Expression.Binary binary) {
    Object left = evaluate(binary.left());
    Object right = evaluate(binary.right());
    return Arithmetic.binary(binary.operator(), left, right, state.budget);
  }

  @Override
  public Object logical(Expression.Logical logical) {
    Object left = evaluate(logical.left());
    return Values.isTrue(left) == logical.and() ? evaluate(logical.right()) : left;
  }

  @Override
  public Object comparison(Expression.Comparison comparison) {
    Object left = evaluate(comparison.first());
    for (Expression.Link link : comparison.links()) {
      Object right = evaluate(link.operand());
      if (!Comparisons.holds(link.operator(), left, right, state.budget)) {
        return false;
      }
      left = right;
    }
    return true;
  }

  @Override
  public Object conditional(Expression.Conditional conditional) {
    if (isTrue(conditional.condition())) {
      return evaluate(conditional.then());
    }
    return conditional.otherwise() == null
        ? new Undefined("an 'if' without 'else' whose condition is false")
        : evaluate(conditional.otherwise());
  }

  @Override
  public Object list(Expression.ListLiteral list) {
    List<Object> items = new ArrayList<>(list.items().size());
    list.items().forEach(item -> items.add(evaluate(item)));
    return list.tuple() ? new Tuple(items) : items;
  }

  @Override
  public Object dictionary(Expression.DictionaryLiteral dictionary) {
    Map<Object, Object> entries = new LinkedHashMap<>();
    for (Expression.Entry entry : dictionary.entries()) {
      Dicts.put(entries, evaluate(entry.key()), evaluate(entry.value()), state.budget);
    }
    return entries;
  }

  private Object bound(@Nullable Expression bound) {
    return bound == null ? None.NONE : evaluate(bound);
  }

  private CallArguments arguments(Expression.Arguments arguments) {
    List<Object> positional = new ArrayList<>(arguments.positional().size());
    arguments.positional().forEach(argument -> positional.add(evaluate(argument)));
    if (arguments.spread() != null) {
      positional.addAll(Values.items(evaluate(arguments.spread()), state.budget));
    }
    Map<String, Object> named = new LinkedHashMap<>();
    arguments.named().forEach((name, argument) -> named.put(name, evaluate(argument)));
    if (arguments.spreadNamed() != null) {
      spread(evaluate(arguments.spreadNamed()), named);
    }
    return new CallArguments(positional, named);
  }

  private void spread(Object value, Map<String, Object> named) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new JinjaException(0, "after '**' stands " + Values.describe(value));
    }
    state.budget.spend(map.size());
    map.forEach(
        (key, argument) -> {
          if (!(key instanceof String name) || named.putIfAbsent(name, argument) != null) {
            throw new JinjaException(0, "after '**' an argument has no name or is given twice");
          }
        });
  }
}
