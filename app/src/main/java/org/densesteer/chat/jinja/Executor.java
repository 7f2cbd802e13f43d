package org.densesteer.chat.jinja;

import java.util.Iterator;
import java.util.List;

/** Carries statements out: prints, branches, sets, captures; loops are {@link Looper}'s. */
final class Executor implements Statement.Visitor<Executor.Flow> {

  /** How a statement ended. */
  enum Flow {
    NORMAL,
    BREAK,
    CONTINUE
  }

  private final RenderState state;
  private final Evaluator evaluator;
  private final Looper looper;

  Executor(RenderState state) {
    this.state = state;
    this.evaluator = new Evaluator(state);
    this.looper = new Looper(state, evaluator, this);
  }

  Flow run(List<Statement> statements) {
    state.budget.enter();
    Flow flow = Flow.NORMAL;
    for (int i = 0; i < statements.size() && flow == Flow.NORMAL; i++) {
      state.budget.spend(1);
      state.line = statements.get(i).line();
      flow = statements.get(i).accept(this);
    }
    state.budget.leave();
    return flow;
  }

  /** Runs statements whose variables end with them. */
  Flow runInside(Scope scope, List<Statement> statements) {
    Scope outer = state.scope;
    state.scope = scope;
    Flow flow = run(statements);
    state.scope = outer;
    return flow;
  }

  /** What a body prints. */
  String printed(Scope scope, List<Statement> body) {
    return printed(() -> runInside(scope, body)).text();
  }

  /** Sets a variable, an entry of a namespace, or several of them. */
  void assign(Statement.Target target, Object value) {
    if (target instanceof Statement.Target.Variable variable) {
      state.scope.set(variable.name(), value);
    } else if (target instanceof Statement.Target.Entry entry) {
      if (!(state.scope.get(entry.namespace()) instanceof Namespace namespace)) {
        throw new JinjaException(0, "'" + entry.namespace() + "' is not a namespace");
      }
      namespace.set(entry.name(), value);
    } else if (target instanceof Statement.Target.Several several) {
      List<Statement.Target> parts = several.parts();
      List<Object> values = Values.items(value, state.budget);
      if (values.size() != parts.size()) {
        throw new JinjaException(
            0, values.size() + " values cannot be spread over " + parts.size() + " variables");
      }
      for (int i = 0; i < parts.size(); i++) {
        assign(parts.get(i), values.get(i));
      }
    }
  }

  @Override
  public Flow text(Statement.Text text) {
    state.print(text.text());
    return Flow.NORMAL;
  }

  @Override
  public Flow print(Statement.Print print) {
    state.print(PythonText.str(evaluator.evaluate(print.value()), state.budget));
    return Flow.NORMAL;
  }

  @Override
  public Flow choice(Statement.If choice) {
    for (Statement.Branch branch : choice.branches()) {
      if (evaluator.isTrue(branch.condition())) {
        return run(branch.body());
      }
    }
    return run(choice.otherwise());
  }

  @Override
  public Flow loop(Statement.For loop) {
    return looper.run(loop);
  }

  @Override
  public Flow set(Statement.Set set) {
    assign(set.target(), evaluator.evaluate(set.value()));
    return Flow.NORMAL;
  }

  @Override
  public Flow capture(Statement.Capture capture) {
    Scope inner = new Scope(state.scope);
    Printed printed = printed(() -> runInside(inner, capture.body()));
    if (printed.flow() == Flow.NORMAL) {
      assign(capture.target(), filtered(inner, capture.value(), printed.text()));
    }
    return printed.flow();
  }

  @Override
  public Flow filterBlock(Statement.FilterBlock block) {
    Scope inner = new Scope(state.scope);
    Printed printed = printed(() -> runInside(inner, block.body()));
    if (printed.flow() == Flow.NORMAL) {
      Object value = filtered(inner, block.value(), printed.text());
      state.print(PythonText.str(value, state.budget));
    }
    return printed.flow();
  }

  @Override
  public Flow macro(Statement.MacroDefinition macro) {
    state.scope.set(macro.name(), function(macro));
    return Flow.NORMAL;
  }

  @Override
  public Flow callBlock(Statement.CallBlock block) {
    Macro caller = function(block.body());
    Object text =
        block.call() == null
            ? caller.call(CallArguments.NONE)
            : evaluator.call(block.call(), caller);
    if (Values.text(text) == null) {
      throw new JinjaException(0, "a 'call' block calls what prints nothing");
    }
    state.print(PythonText.str(text, state.budget));
    return Flow.NORMAL;
  }

  @Override
  public Flow with(Statement.With with) {
    List<Object> values =
        with.variables().stream().map(set -> evaluator.evaluate(set.value())).toList();
    Scope outer = state.scope;
    state.scope = new Scope(outer);
    Iterator<Object> each = values.iterator();
    with.variables().forEach(set -> assign(set.target(), each.next()));
    Flow flow = run(with.body());
    state.scope = outer;
    return flow;
  }

  @Override
  public Flow jump(Statement.Jump jump) {
    return jump.out() ? Flow.BREAK : Flow.CONTINUE;
  }

  /** What was printed, and how that ended. */
  private record Printed(String text, Flow flow) {}

  private Printed printed(java.util.function.Supplier<Flow> body) {
    StringBuilder outer = state.out;
    state.out = new StringBuilder();
    Flow flow = body.get();
    String text = state.out.toString();
    state.out = outer;
    return new Printed(text, flow);
  }

  private Object filtered(Scope inner, Expression filters, String text) {
    Scope outer = state.scope;
    state.scope = inner;
    inner.set(Statement.Capture.PRINTED, text);
    Object value = evaluator.evaluate(filters);
    state.scope = outer;
    return value;
  }

  private Macro function(Statement.MacroDefinition macro) {
    Scope defining = state.scope;
    return new Macro(
        macro,
        given -> {
          Scope calling = state.scope;
          Scope inner = new Scope(defining);
          given.forEach(inner::set);
          state.scope = inner;
          for (Statement.Parameter parameter : macro.parameters()) {
            if (!given.containsKey(parameter.name())) {
              inner.set(parameter.name(), leftOut(parameter));
            }
          }
          String text = printed(inner, macro.body());
          state.scope = calling;
          return text;
        });
  }

  private Object leftOut(Statement.Parameter parameter) {
    return parameter.value() == null
        ? new Undefined("the parameter '" + parameter.name() + "'")
        : evaluator.evaluate(parameter.value());
  }
}
