package org.densesteer.notebook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.densesteer.generation.WordShift;
import org.densesteer.generation.WordShifts;

/** The lifted and suppressed tokens of an arm as lists of equal length, one value a token. */
final class WordColumns {

  private static final String NODE = "words";

  private WordColumns() {}

  static void write(ObjectNode arm, WordShifts words) {
    if (words.shifts().isEmpty()) {
      return;
    }
    ObjectNode node = arm.putObject(NODE).put("positions", words.positions());
    ArrayNode ids = node.putArray("ids");
    ArrayNode texts = node.putArray("texts");
    ArrayNode nats = node.putArray("nats");
    ArrayNode expected = node.putArray("expected");
    for (WordShift shift : words.shifts()) {
      ids.add(shift.tokenId());
      texts.add(shift.text());
      nats.add(rounded(shift.nats()));
      expected.add(rounded(shift.expected()));
    }
  }

  /** The sums are those of float32. */
  private static double rounded(double value) {
    return Double.isFinite(value) ? Math.rint(value * 1e5) / 1e5 : 0;
  }

  /** Runs of before these were counted have none. */
  static WordShifts read(Fields arm) {
    if (!arm.has(NODE)) {
      return WordShifts.NONE;
    }
    Fields node = arm.object(NODE);
    int positions = node.integer("positions");
    List<Integer> ids = node.integers("ids");
    List<String> texts = node.texts("texts");
    double[] nats = node.figures("nats");
    double[] expected = node.figures("expected");
    if (texts.size() != ids.size() || nats.length != ids.size() || expected.length != ids.size()) {
      throw node.fault("ids", "as many values as “texts”, “nats” and “expected”");
    }
    List<WordShift> shifts = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      shifts.add(new WordShift(ids.get(i), texts.get(i), nats[i], expected[i]));
    }
    node.end();
    return new WordShifts(positions, shifts);
  }
}
