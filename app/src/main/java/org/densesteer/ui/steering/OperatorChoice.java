package org.densesteer.ui.steering;

import org.densesteer.steering.Operator;

/** Operators as the panel offers them. */
enum OperatorChoice {
  ADD(Operator.ADD, "add"),
  ADD_KEEP_NORM(Operator.ADD_KEEP_NORM, "add, keep ‖h‖"),
  ABLATE(Operator.ABLATE, "ablate");

  private final Operator operator;
  private final String label;

  OperatorChoice(Operator operator, String label) {
    this.operator = operator;
    this.label = label;
  }

  Operator operator() {
    return operator;
  }

  static OperatorChoice of(Operator operator) {
    return valueOf(operator.name());
  }

  @Override
  public String toString() {
    return label;
  }
}
