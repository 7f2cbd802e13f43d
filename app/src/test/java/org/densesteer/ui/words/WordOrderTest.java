package org.densesteer.ui.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.densesteer.generation.WordShift;
import org.densesteer.generation.WordShifts;
import org.junit.jupiter.api.Test;

class WordOrderTest {

  private static final WordShift AFTER = new WordShift(1, "After", 20, 0.5);
  private static final WordShift RARE = new WordShift(2, "rare", 30, 0);
  private static final WordShift SO = new WordShift(3, "So", 2, -0.9);
  private static final WordShifts SHIFTS = new WordShifts(10, List.of(RARE, AFTER, SO));

  @Test
  void ranksByEitherSum() {
    assertEquals(List.of(RARE, AFTER, SO), WordOrder.NATS.most(SHIFTS, true, 5));
    assertEquals(List.of(), WordOrder.NATS.most(SHIFTS, false, 5));
    assertEquals(List.of(AFTER), WordOrder.EXPECTED.most(SHIFTS, true, 5));
    assertEquals(List.of(SO), WordOrder.EXPECTED.most(SHIFTS, false, 5));
    assertEquals(List.of(RARE), WordOrder.NATS.most(SHIFTS, true, 1));
  }

  @Test
  void aWordIsBeyondWhereNoRandomDirectionDidAsMuch() {
    WordShifts weak = new WordShifts(10, List.of(new WordShift(1, "After", -5, 0.1)));
    WordShifts strong = new WordShifts(10, List.of(new WordShift(1, "After", -25, 0.1)));
    assertEquals("beyond", new WordRows(WordOrder.NATS, 1, List.of(weak)).verdict(AFTER));
    assertEquals("within", new WordRows(WordOrder.NATS, 1, List.of(weak, strong)).verdict(AFTER));
    assertEquals("", new WordRows(WordOrder.NATS, 1, List.of(weak)).verdict(SO));
    assertEquals("", new WordRows(WordOrder.NATS, 1, List.of()).verdict(AFTER));
  }
}
