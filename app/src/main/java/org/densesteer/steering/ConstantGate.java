package org.densesteer.steering;

/** g(t) = 1: the strength stays as it was set. */
record ConstantGate() implements Gate {

  @Override
  public double at(Seen seen) {
    return 1;
  }

  @Override
  public String text() {
    return "constant";
  }

  @Override
  public String words() {
    return "constant";
  }

  @Override
  public boolean constant() {
    return true;
  }
}
