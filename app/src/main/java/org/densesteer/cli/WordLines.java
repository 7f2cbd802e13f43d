package org.densesteer.cli;

import java.util.ArrayList;
import java.util.List;
import org.densesteer.common.Texts;
import org.densesteer.generation.WordShift;
import org.densesteer.generation.WordShifts;
import org.jspecify.annotations.Nullable;

/** Lifted and suppressed tokens for a person. */
final class WordLines {

  private static final int MOST = 10;

  private WordLines() {}

  /** Two short tables below each other; nothing where there is nothing to tell. */
  static List<String> of(@Nullable WordShifts words) {
    List<String> lines = new ArrayList<>();
    if (words == null || words.shifts().isEmpty()) {
      return lines;
    }
    lines.add(Texts.of("Tokens over %d positions   Δ ln p (nats)   Δ expected", words.positions()));
    words.lifted(MOST).forEach(shift -> lines.add(line("lifted", shift)));
    words.suppressed(MOST).forEach(shift -> lines.add(line("suppressed", shift)));
    lines.add("");
    return lines;
  }

  private static String line(String what, WordShift shift) {
    return Texts.of(
        "  %-10s %-14s %13.2f %12.3f",
        what,
        Texts.shown(shift.text()).replace("\n", "⏎").replace("\t", "⇥").replace(' ', '␣'),
        shift.nats(),
        shift.expected());
  }
}
