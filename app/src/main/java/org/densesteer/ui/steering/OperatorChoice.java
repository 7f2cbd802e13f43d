package org.densesteer.ui.steering;

import org.densesteer.steering.Operator;

/** Operators as the panel offers them. */
enum OperatorChoice {
  ADD(Operator.ADD),
  ADD_KEEP_NORM(Operator.ADD_KEEP_NORM),
  ABLATE(Operator.ABLATE);

  private final Operator operator;

  OperatorChoice(Operator operator) {
    this.operator = operator;
  }

  Operator operator() {
    return operator;
  }

  static OperatorChoice of(Operator operator) {
    return valueOf(operator.name());
  }

  @Override
  public String toString() {
    return operator.words();
  }
}
