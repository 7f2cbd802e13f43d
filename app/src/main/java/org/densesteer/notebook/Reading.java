package org.densesteer.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.densesteer.files.bytes.FileBytes;

/** Reads one file of runs: what to call it in a sentence, and what in it was not used. */
final class Reading {

  private static final int MOST_NAMED = 5;
  private static final int LONGEST_NAME = 120;

  private final String file;
  private final Set<String> unread = new TreeSet<>();
  private int left;

  Reading(String file) {
    this.file = file;
  }

  FaultException fault(String field, String expected) {
    return new FaultException(
        Texts.of(
            "The file %s does not hold what it should: “%s” must be %s.",
            file, shown(field), expected));
  }

  FaultException refused(String field, FaultException why) {
    return new FaultException(
        Texts.of(
            "The file %s does not hold what it should in “%s”: %s", file, field, why.getMessage()),
        why);
  }

  static String shown(String text) {
    return FileBytes.printable(text, LONGEST_NAME);
  }

  /** A field that this version does not know. */
  void unread(String field) {
    // The same field of every run is one field.
    String name = shown(field.replaceAll("\\.\\d+(?=\\.|$)", ""));
    if (unread.size() < MOST_NAMED) {
      unread.add(name);
    } else if (!unread.contains(name)) {
      left++;
    }
  }

  /** Complete sentences about what the file holds and is not used. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (!unread.isEmpty()) {
      notes.add(
          Texts.of(
              "The file %s holds fields that this version does not use: %s%s.",
              file, String.join(", ", unread), left > 0 ? " and others" : ""));
    }
    return notes;
  }
}
