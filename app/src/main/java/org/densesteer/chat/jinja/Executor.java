package org.densesteer.chat.jinja;

import java.util.ArrayList;
import java.util.List;

/** Carries statements out: prints, branches, loops, sets. */
final class Executor implements Statement.Visitor<Executor.Flow> {

  /** How a statement ended. */
  enum Flow {
    NORMAL,
    BREAK,
    CONTINUE
  }

  private final RenderState state;
  private final Evaluator evaluator;

  Executor(RenderState state) {
    this.state = state;
    this.evaluator = new Evaluator(state);
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
    Scope outer = state.scope;
    List<Object> items =
        selected(loop, Values.items(evaluator.evaluate(loop.items()), state.budget));
    LoopState loopState = new LoopState(items);
    Flow flow = Flow.NORMAL;
    for (int i = 0; i < items.size() && flow != Flow.BREAK; i++) {
      loopState.moveTo(i);
      state.scope = new Scope(outer);
      state.scope.set("loop", loopState);
      bind(loop, items.get(i));
      flow = run(loop.body());
    }
    state.scope = outer;
    return items.isEmpty() ? run(loop.otherwise()) : Flow.NORMAL;
  }

  @Override
  public Flow set(Statement.Set set) {
    Object value = evaluator.evaluate(set.value());
    if (set.targets().size() == 1) {
      assign(set.targets().get(0), value);
      return Flow.NORMAL;
    }
    List<Object> values = unpack(value, set.targets().size());
    for (int i = 0; i < values.size(); i++) {
      assign(set.targets().get(i), values.get(i));
    }
    return Flow.NORMAL;
  }

  @Override
  public Flow capture(Statement.Capture capture) {
    Scope outer = state.scope;
    state.scope = new Scope(outer);
    String printed = printed(capture.body());
    state.scope.set(Statement.Capture.PRINTED, printed);
    Object value = evaluator.evaluate(capture.value());
    state.scope = outer;
    assign(capture.target(), value);
    return Flow.NORMAL;
  }

  @Override
  public Flow macro(Statement.MacroDefinition macro) {
    Scope defining = state.scope;
    Function function = arguments -> call(macro, defining, arguments);
    state.scope.set(macro.name(), function);
    return Flow.NORMAL;
  }

  @Override
  public Flow group(Statement.Group group) {
    Scope outer = state.scope;
    state.scope = new Scope(outer);
    Flow flow = run(group.body());
    state.scope = outer;
    return flow;
  }

  @Override
  public Flow jump(Statement.Jump jump) {
    return jump.out() ? Flow.BREAK : Flow.CONTINUE;
  }

  private List<Object> selected(Statement.For loop, List<Object> items) {
    if (loop.condition() == null) {
      return items;
    }
    Scope outer = state.scope;
    List<Object> kept = new ArrayList<>();
    for (Object item : items) {
      state.scope = new Scope(outer);
      bind(loop, item);
      if (evaluator.isTrue(loop.condition())) {
        kept.add(item);
      }
    }
    state.scope = outer;
    return kept;
  }

  private void bind(Statement.For loop, Object item) {
    List<String> targets = loop.targets();
    if (targets.size() == 1) {
      state.scope.set(targets.get(0), item);
      return;
    }
    List<Object> values = unpack(item, targets.size());
    for (int i = 0; i < values.size(); i++) {
      state.scope.set(targets.get(i), values.get(i));
    }
  }

  private List<Object> unpack(Object value, int count) {
    List<Object> values = Values.items(value, state.budget);
    if (values.size() != count) {
      throw new JinjaException(
          0, values.size() + " values cannot be spread over " + count + " variables");
    }
    return values;
  }

  private void assign(Statement.Target target, Object value) {
    if (target.attribute() == null) {
      state.scope.set(target.name(), value);
    } else if (state.scope.get(target.name()) instanceof Namespace namespace) {
      namespace.set(target.attribute(), value);
    } else {
      throw new JinjaException(0, "'" + target.name() + "' is not a namespace");
    }
  }

  private String printed(List<Statement> body) {
    StringBuilder outer = state.out;
    state.out = new StringBuilder();
    run(body);
    String text = state.out.toString();
    state.out = outer;
    return text;
  }

  private Object call(Statement.MacroDefinition macro, Scope defining, CallArguments arguments) {
    Scope calling = state.scope;
    Scope inner = new Scope(defining);
    int place = 0;
    for (Statement.Parameter parameter : macro.parameters()) {
      Object given = arguments.get(place++, parameter.name(), Undefined.PLAIN);
      if (given == Undefined.PLAIN) {
        state.scope = inner;
        given =
            parameter.value() == null
                ? new Undefined("the parameter '" + parameter.name() + "'")
                : evaluator.evaluate(parameter.value());
      }
      inner.set(parameter.name(), given);
    }
    checkArguments(macro, arguments);
    state.scope = inner;
    String text = printed(macro.body());
    state.scope = calling;
    return text;
  }

  private static void checkArguments(Statement.MacroDefinition macro, CallArguments arguments) {
    if (arguments.positional().size() > macro.parameters().size()) {
      throw new JinjaException(0, "the macro '" + macro.name() + "' is given too many arguments");
    }
    for (String name : arguments.named().keySet()) {
      if (macro.parameters().stream().noneMatch(parameter -> parameter.name().equals(name))) {
        throw new JinjaException(
            0, "the macro '" + macro.name() + "' has no parameter '" + name + "'");
      }
    }
  }
}
