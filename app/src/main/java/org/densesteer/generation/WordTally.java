package org.densesteer.generation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.densesteer.model.Tokenizer;
import org.densesteer.model.decoder.Decoder;
import org.densesteer.model.decoder.ShiftSums;

/** Counts, for the arms of a run that have a twin, which tokens steering makes likelier. */
final class WordTally implements AutoCloseable {

  private final Decoder decoder;
  private final Map<ArmState, ShiftSums> sums = new LinkedHashMap<>();

  WordTally(Decoder decoder) {
    this.decoder = decoder;
  }

  /** Where a further position of these arms is counted: sums for each of them that has a twin. */
  List<ShiftSums> of(List<ArmState> arms) {
    return arms.stream()
        .filter(arm -> arm.rows > 1)
        .map(arm -> sums.computeIfAbsent(arm, each -> decoder.shiftSums()))
        .toList();
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
