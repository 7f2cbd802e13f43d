package org.densesteer.ui.extract;

/** A change of the table that can be taken back. */
interface TableUndo {

  /** What happened, as a person reads it beside the offer to take it back. */
  String sentence();

  /** Takes it back. */
  void undo(PairsViewModel table);
}
