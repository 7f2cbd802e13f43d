package org.densesteer.generation;

import java.util.List;

/**
 * One token of one arm, with what the model thought of it.
 *
 * @param arm index of the arm in the request
 * @param index position in the response, from 0
 * @param tokenId the token
 * @param text what it adds to the response's text; empty while a character is incomplete and for a
 *     special token
 * @param nll −ln p(token) in nats under the <em>unsteered</em> model, the arm's prompt and text so
 *     far as context
 * @param probability p(token) in the arm itself, at temperature 1
 * @param rank how many tokens the arm itself held more likely, plus 1
 * @param kl KL(arm ‖ unsteered) in nats at this context; 0 for an unsteered arm
 * @param alignment cosine between the hidden state after the steered block and the direction; NaN
 *     for an unsteered arm
 * @param push measured ‖Δh‖ / ‖h‖ that steering brought about at this position: the sum over the
 *     vectors of a layer, each measured where it was added, and of several layers the one with the
 *     largest; 0 when nothing was applied
 * @param strength λ in force when the token was chosen; 0 for an unsteered arm
 * @param alternatives the five most likely tokens of the arm, most likely first
 * @param milliseconds when it was known, counted from the first look at the logits behind the
 *     prompt; NaN where nothing was generated
 */
public record TokenEvent(
    int arm,
    int index,
    int tokenId,
    String text,
    double nll,
    double probability,
    int rank,
    double kl,
    double alignment,
    double push,
    double strength,
    List<Alternative> alternatives,
    double milliseconds) {

  /** All but its time, which no two runs have in common. */
  public TokenEvent untimed() {
    return new TokenEvent(
        arm,
        index,
        tokenId,
        text,
        nll,
        probability,
        rank,
        kl,
        alignment,
        push,
        strength,
        alternatives);
  }

  /** A token whose time is not known. */
  public TokenEvent(
      int arm,
      int index,
      int tokenId,
      String text,
      double nll,
      double probability,
      int rank,
      double kl,
      double alignment,
      double push,
      double strength,
      List<Alternative> alternatives) {
    this(
        arm,
        index,
        tokenId,
        text,
        nll,
        probability,
        rank,
        kl,
        alignment,
        push,
        strength,
        alternatives,
        Double.NaN);
  }
}
