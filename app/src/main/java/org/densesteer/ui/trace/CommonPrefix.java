package org.densesteer.ui.trace;

/** How long two growing responses say the same, found out once per token. */
final class CommonPrefix {

  private final ResponseText own;
  private final ResponseText other;
  private int length;

  CommonPrefix(ResponseText own, ResponseText other) {
    this.own = own;
    this.other = other;
  }

  /** How many tokens the two have in common at their start. */
  int length() {
    int most = Math.min(own.size(), other.size());
    length = Math.min(length, most);
    while (length < most && own.token(length).tokenId() == other.token(length).tokenId()) {
      length++;
    }
    return length;
  }

  /** Starts anew; call when either response was cleared. */
  void reset() {
    length = 0;
  }

  /**
   * Index of the first token of the own response that the other does not have in its place; −1
   * while there is none.
   */
  int firstDifference(boolean otherEnded) {
    int common = length();
    boolean differs = common < own.size() && (common < other.size() || otherEnded);
    return differs ? common : -1;
  }
}
