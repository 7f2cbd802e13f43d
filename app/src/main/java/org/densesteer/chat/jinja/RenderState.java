package org.densesteer.chat.jinja;

import java.time.Clock;

/** What one rendering carries along. */
final class RenderState {

  final Budget budget = new Budget();
  Scope scope;
  StringBuilder out = new StringBuilder();
  int line = 1;

  RenderState(Clock clock) {
    scope = new Scope(Globals.scope(clock, budget));
  }

  void print(String text) {
    out.append(budget.spend(text));
  }
}
