package org.densesteer.chat.jinja;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries {@code for} out. */
final class Looper {

  private final RenderState state;
  private final Evaluator evaluator;
  private final Executor executor;

  Looper(RenderState state, Evaluator evaluator, Executor executor) {
    this.state = state;
    this.evaluator = evaluator;
    this.executor = executor;
  }

  Executor.Flow run(Statement.For loop) {
    return run(loop, evaluator.evaluate(loop.items()), state.scope, 0);
  }

  private Executor.Flow run(Statement.For loop, Object items, Scope outer, int depth) {
    LoopState loopState = start(loop, items, outer, depth);
    boolean complete = false;
    Executor.Flow flow = Executor.Flow.NORMAL;
    Scope calling = state.scope;
    while (flow != Executor.Flow.BREAK && loopState.hasNext()) {
      state.scope = new Scope(outer);
      state.scope.set("loop", loopState);
      executor.assign(loop.target(), loopState.next());
      flow = executor.run(loop.body());
      complete |= flow == Executor.Flow.NORMAL;
    }
    state.scope = calling;
    return complete ? Executor.Flow.NORMAL : executor.runInside(new Scope(outer), loop.otherwise());
  }

  private LoopState start(Statement.For loop, Object items, Scope outer, int depth) {
    @Nullable Function recursion =
        loop.recursive() ? arguments -> recurse(loop, outer, depth + 1, arguments) : null;
    if (loop.condition() != null) {
      Iterator<Object> all = Values.iterator(items, state.budget);
      Lazy selected = new Lazy("for", () -> all, item -> keep(loop, outer, item), state.budget);
      return new LoopState(selected, -1, recursion, depth, state.budget);
    }
    List<Object> known = items instanceof Lazy ? List.of() : Values.items(items, state.budget);
    return items instanceof Lazy lazy
        ? new LoopState(lazy, -1, recursion, depth, state.budget)
        : new LoopState(known.iterator(), known.size(), recursion, depth, state.budget);
  }

  private Object recurse(Statement.For loop, Scope outer, int depth, CallArguments arguments) {
    Object items = arguments.allow("iterable").require(0, "iterable");
    StringBuilder printed = state.out;
    state.out = new StringBuilder();
    run(loop, items, outer, depth);
    String text = state.out.toString();
    state.out = printed;
    return text;
  }

  private @Nullable Object keep(Statement.For loop, Scope outer, Object item) {
    Scope calling = state.scope;
    state.scope = new Scope(outer);
    executor.assign(loop.target(), item);
    boolean kept = evaluator.isTrue(loop.condition());
    state.scope = calling;
    return kept ? item : null;
  }
}
