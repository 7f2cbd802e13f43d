package org.densesteer.chat.jinja;

/** What one rendering carries along. */
final class RenderState {

  final Budget budget = new Budget();
  Scope scope;
  StringBuilder out = new StringBuilder();
  int line = 1;

  RenderState(Scope globals) {
    this.scope = new Scope(globals);
  }

  void print(String text) {
    out.append(budget.spend(text));
  }
}
