package org.densesteer.ui.trace;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;

/** How long two growing responses say the same, found out once per token. */
final class CommonPrefix {

  private final ResponseText own;
  private final ResponseText other;
  private int length;

  CommonPrefix(ResponseText own, ResponseText other) {
    this.own = own;
    this.other = other;
  }

  /**
   * How many tokens the two have in common at their start. To be asked while a response is empty
   * that is cleared and grows anew.
   */
  int length() {
    int most = Math.min(own.size(), other.size());
    length = Math.min(length, most);
    while (length < most && own.token(length).tokenId() == other.token(length).tokenId()) {
      length++;
    }
    return length;
  }

  private int firstDifference(boolean otherEnded) {
    int common = length();
    boolean differs = common < own.size() && (common < other.size() || otherEnded);
    return differs ? common : -1;
  }

  /**
   * Index of an arm's first token that the other one does not have in its place, or that the other
   * one has ended before; −1 while there is none.
   */
  static IntegerBinding firstDifference(ArmViewModel arm, ArmViewModel other) {
    CommonPrefix prefix = new CommonPrefix(arm.response(), other.response());
    return Bindings.createIntegerBinding(
        () -> prefix.firstDifference(other.stateProperty().get().ended()),
        arm.response().sizeProperty(),
        other.response().sizeProperty(),
        other.stateProperty());
  }
}
