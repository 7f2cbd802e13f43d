package org.densesteer.model.decoder;

/**
 * What the model thought of one row's token.
 *
 * @param tokenId the token
 * @param nll −ln p under the row's unsteered twin, nats
 * @param logProbability ln p in the row itself
 * @param rank 1 for the most likely token
 * @param kl KL(row ‖ unsteered twin), nats, at least 0
 * @param topIds the five most likely tokens, most likely first; where more are equally likely, the
 *     row's token is among them, before its equals
 * @param topLogProbabilities their ln p
 */
public record Observation(
    int tokenId,
    double nll,
    double logProbability,
    int rank,
    double kl,
    int[] topIds,
    double[] topLogProbabilities) {

  /** How many alternatives are told. */
  public static final int TOP = 5;

  static final int WIDTH = 5 + 2 * TOP;

  static Observation at(float[] table, int row) {
    int o = row * WIDTH;
    int[] ids = new int[TOP];
    double[] logs = new double[TOP];
    for (int i = 0; i < TOP; i++) {
      ids[i] = (int) table[o + 5 + i];
      logs[i] = table[o + 5 + TOP + i];
    }
    int token = (int) table[o];
    int likelier = (int) table[o + 3];
    putBeforeItsEquals(token, likelier, ids);
    return new Observation(
        token, table[o + 1], table[o + 2], likelier + 1, Math.max(0, table[o + 4]), ids, logs);
  }

  /**
   * The engine lists equally likely tokens in any order. Places before {@code likelier} hold all
   * likelier tokens, those behind as likely ones first, so that no ln p changes.
   */
  private static void putBeforeItsEquals(int token, int likelier, int[] ids) {
    int carried = token;
    for (int i = likelier; i < TOP; i++) {
      int here = ids[i];
      ids[i] = carried;
      if (here == token) {
        return;
      }
      carried = here;
    }
  }
}
