package org.densesteer.figure;

import java.util.List;
import java.util.stream.Collectors;

/** A table as GitHub's Markdown. */
public final class MarkdownTable {

  private MarkdownTable() {}

  /** The table without its caption. */
  public static String rows(Table table) {
    StringBuilder text = new StringBuilder();
    append(text, table.columns().stream().map(Table.Column::title).toList());
    text.append(
        table.columns().stream()
            .map(column -> column.number() ? "--:" : "---")
            .collect(Collectors.joining("|", "|", "|\n")));
    table.rows().forEach(row -> append(text, row));
    return text.toString();
  }

  /** The table with its caption and, in a comment, the settings. */
  public static String of(Table table, Origin origin) {
    // Two hyphens would end the comment; inside JSON texts, a hyphen may be written so.
    String settings = origin.settings().replace("--", "-\\u002d");
    return cell(table.caption()) + "\n\n" + rows(table) + "\n<!-- settings: " + settings + " -->\n";
  }

  private static void append(StringBuilder text, List<String> cells) {
    text.append(
        cells.stream().map(MarkdownTable::cell).collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  /** A text on one line that is taken as it is. */
  public static String cell(String text) {
    StringBuilder escaped = new StringBuilder();
    for (char c : text.replaceAll("\\s+", " ").strip().toCharArray()) {
      if ("\\`*_[]<>|~$".indexOf(c) >= 0) {
        escaped.append('\\');
      }
      escaped.append(c);
    }
    return escaped.toString();
  }
}
