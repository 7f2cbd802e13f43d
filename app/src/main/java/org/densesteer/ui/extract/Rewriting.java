package org.densesteer.ui.extract;

import java.util.ArrayList;
import java.util.List;
import org.densesteer.extraction.PairDraft;

/** Dense answers that one pass of a rewriter put in the place of others. */
final class Rewriting implements TableUndo {

  private record Replaced(PairItem item, PairDraft before) {}

  private final List<Replaced> replaced = new ArrayList<>();

  void add(PairItem item, PairDraft before) {
    replaced.add(new Replaced(item, before));
  }

  @Override
  public String sentence() {
    return replaced.size() == 1
        ? "A dense answer was replaced."
        : replaced.size() + " dense answers were replaced.";
  }

  @Override
  public void undo(PairsViewModel table) {
    for (Replaced each : replaced) {
      table.editDense(each.item(), each.before().dense());
    }
  }
}
