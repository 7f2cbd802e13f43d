package org.densesteer.generation.batch;

import java.util.ArrayList;
import java.util.List;
import org.densesteer.generation.WordShifts;
import org.densesteer.model.Tokenizer;
import org.densesteer.model.decoder.Observation;
import org.densesteer.model.decoder.ShiftSums;
import org.jspecify.annotations.Nullable;

/** What the unsteered model made of each token of an answer while it grew. */
final class SeenTokens implements AutoCloseable {

  private final List<Observation> tokens = new ArrayList<>();
  private @Nullable ShiftSums sums;
  private WordShifts words = WordShifts.NONE;

  /**
   * Nothing is seen yet.
   *
   * @param sums counts which tokens steering makes likelier; null where nobody asks. It is closed
   *     here.
   */
  SeenTokens(@Nullable ShiftSums sums) {
    this.sums = sums;
  }

  void add(Observation token) {
    tokens.add(token);
  }

  /** Where a further position is counted; none where nobody asks. */
  List<ShiftSums> sums() {
    return sums == null ? List.of() : List.of(sums);
  }

  /** The answer has ended; tells of these tokens what became of them. */
  void end(int[] ids, Tokenizer tokenizer) {
    if (sums != null) {
      words =
          WordShifts.of(
              sums.positions(), sums.values(), ids, id -> tokenizer.decode(new int[] {id}));
      close();
    }
  }

  /** What became of the tokens that were asked for; none before the end. */
  WordShifts words() {
    return words;
  }

  /** −ln p in nats under the unsteered model of the first {@code count} tokens. */
  double[] nll(int count) {
    return tokens.stream().limit(count).mapToDouble(Observation::nll).toArray();
  }

  /** KL(steered ‖ unsteered) in nats at each of the first {@code count} tokens. */
  double[] kl(int count) {
    return tokens.stream().limit(count).mapToDouble(Observation::kl).toArray();
  }

  @Override
  public void close() {
    if (sums != null) {
      sums.close();
      sums = null;
    }
  }
}
