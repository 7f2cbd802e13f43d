package org.densesteer.evaluation.problems;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;

/** How a problem file is laid out. */
enum FileLayout {
  /** One JSON object a line. */
  LINES,
  /** A JSON array of objects, or objects over several lines. */
  VALUES,
  /** A table with a line of names, its columns set apart by commas. */
  COMMAS,
  /** The same with tabs. */
  TABS;

  private static final int MOST_LOOKED_AT = 1 << 16;

  /** How files begin that hold problems in another way. */
  private static final Map<String, String> FOREIGN =
      Map.of(
          "PAR1", "a Parquet file",
          "PK\u0003\u0004", "a ZIP file",
          "\u001f\u008b", "compressed with gzip",
          "\u00ff\u00fe", "UTF-16 text, not UTF-8",
          "\u00fe\u00ff", "UTF-16 text, not UTF-8",
          "ARROW1", "an Arrow file");

  /**
   * Looks at the name and the beginning of a file.
   *
   * @param content what it holds, which stands at the beginning again afterwards: a pipe can be
   *     read but once
   * @throws FaultException when it is a file of another kind
   */
  static FileLayout of(Path file, BufferedInputStream content) throws IOException {
    content.mark(MOST_LOOKED_AT + 1);
    byte[] start = content.readNBytes(MOST_LOOKED_AT);
    content.reset();
    String latin = new String(start, StandardCharsets.ISO_8859_1);
    FOREIGN.forEach(
        (beginning, kind) -> {
          if (latin.startsWith(beginning)) {
            throw new FaultException(
                Texts.of(
                    "The problem file %s is %s; save it as JSON lines or CSV in UTF-8.",
                    file, kind));
          }
        });
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv") || name.endsWith(".tsv")) {
      return name.endsWith(".csv") ? COMMAS : TABS;
    }
    String text = new String(start, StandardCharsets.UTF_8).replace("\ufeff", "").strip();
    boolean whole = start.length < MOST_LOOKED_AT;
    String first = text.lines().findFirst().orElse("").strip();
    boolean object = first.endsWith("}") || !whole && first.length() == text.length();
    return text.startsWith("[") || text.startsWith("{") && !object ? VALUES : LINES;
  }
}
