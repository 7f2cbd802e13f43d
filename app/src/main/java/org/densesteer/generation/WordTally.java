package org.densesteer.generation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.densesteer.model.Tokenizer;
import org.densesteer.model.decoder.Decoder;
import org.densesteer.model.decoder.Logits;
import org.densesteer.model.decoder.ShiftSums;

/** Counts, for the arms of a run that have a twin, which tokens steering makes likelier. */
final class WordTally implements AutoCloseable {

  private final Decoder decoder;
  private final Map<ArmState, ShiftSums> sums = new LinkedHashMap<>();

  WordTally(Decoder decoder) {
    this.decoder = decoder;
  }

  /**
   * Looks at a position of an arm.
   *
   * @param line the arm's own; its twin's follows
   */
  void look(ArmState arm, Logits logits, int line) {
    if (arm.rows > 1) {
      sums.computeIfAbsent(arm, each -> decoder.shiftSums()).add(logits, line);
    }
  }

  /** What came of each arm, of the tokens at either end of any of them. */
  Map<ArmState, WordShifts> shifts(Tokenizer tokenizer) {
    Map<ArmState, float[]> values = new LinkedHashMap<>();
    sums.forEach((arm, each) -> values.put(arm, each.values()));
    int[] ids =
        values.values().stream()
            .flatMap(each -> WordShifts.ends(each))
            .collect(Collectors.toCollection(TreeSet::new))
            .stream()
            .mapToInt(Integer::intValue)
            .toArray();
    Map<ArmState, WordShifts> shifts = new LinkedHashMap<>();
    values.forEach(
        (arm, each) ->
            shifts.put(
                arm,
                WordShifts.of(
                    sums.get(arm).positions(), each, ids, id -> tokenizer.decode(new int[] {id}))));
    return shifts;
  }

  @Override
  public void close() {
    List<ShiftSums> all = new ArrayList<>(sums.values());
    sums.clear();
    all.forEach(ShiftSums::close);
  }
}
