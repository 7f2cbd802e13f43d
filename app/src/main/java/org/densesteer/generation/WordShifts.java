package org.densesteer.generation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The tokens of the vocabulary whose likelihood steering shifted most over an answer, and those
 * that it shifted most in another arm of the run, so that arms can be held against each other.
 *
 * @param positions how many positions the sums run over: those of the answer's tokens, an end of
 *     text included
 * @param shifts most lifted first, most suppressed last
 */
public record WordShifts(int positions, List<WordShift> shifts) {

  /** Of an arm that is not steered. */
  public static final WordShifts NONE = new WordShifts(0, List.of());

  /** How many tokens are told at either end. */
  public static final int MOST = 30;

  /** Freezes the list. */
  public WordShifts {
    shifts = List.copyOf(shifts);
  }

  /** The most lifted tokens. */
  public List<WordShift> lifted(int most) {
    return shifts.stream().filter(shift -> shift.nats() > 0).limit(most).toList();
  }

  /** The most suppressed tokens. */
  public List<WordShift> suppressed(int most) {
    List<WordShift> down =
        new ArrayList<>(shifts.stream().filter(shift -> shift.nats() < 0).toList());
    down.sort(Comparator.comparingDouble(WordShift::nats));
    return List.copyOf(down.subList(0, Math.min(most, down.size())));
  }

  /** What became of a token here; empty when it is not told. */
  public Optional<WordShift> of(int tokenId) {
    return shifts.stream().filter(shift -> shift.tokenId() == tokenId).findFirst();
  }

  /** The ids at both ends of both sums over a vocabulary. */
  static Stream<Integer> ends(float[] sums) {
    int vocabulary = sums.length / 2;
    return Stream.of(0, vocabulary).flatMap(from -> ends(sums, from, vocabulary));
  }

  private static Stream<Integer> ends(float[] sums, int from, int vocabulary) {
    Comparator<Integer> order =
        Comparator.<Integer>comparingDouble(id -> sums[from + id]).thenComparing(id -> id);
    TreeSet<Integer> least = new TreeSet<>(order);
    TreeSet<Integer> largest = new TreeSet<>(order);
    for (int id = 0; id < vocabulary; id++) {
      least.add(id);
      largest.add(id);
      if (least.size() > MOST) {
        least.pollLast();
        largest.pollFirst();
      }
    }
    return Stream.concat(least.stream(), largest.stream()).filter(id -> sums[from + id] != 0);
  }

  /**
   * Reads tokens off sums.
   *
   * @param sums as {@link org.densesteer.model.decoder.ShiftSums#values} gives them
   */
  public static WordShifts of(int positions, float[] sums, int[] ids, IntFunction<String> text) {
    int vocabulary = sums.length / 2;
    return new WordShifts(
        positions,
        IntStream.of(ids)
            .mapToObj(id -> new WordShift(id, text.apply(id), sums[id], sums[vocabulary + id]))
            .sorted(
                Comparator.comparingDouble(WordShift::nats)
                    .reversed()
                    .thenComparing(WordShift::tokenId))
            .toList());
  }
}
