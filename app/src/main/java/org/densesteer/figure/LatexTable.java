package org.densesteer.figure;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A table as LaTeX with the package booktabs, and longtable where it is long. It stands as it is in
 * UTF-8; Greek letters and signs that pdfLaTeX has not are written as mathematics, other scripts
 * need XeLaTeX or LuaLaTeX.
 */
public final class LatexTable {

  private static final Map<Integer, String> ESCAPES =
      Map.ofEntries(
          Map.entry((int) '\\', "\\textbackslash{}"),
          Map.entry((int) '{', "\\{"),
          Map.entry((int) '}', "\\}"),
          Map.entry((int) '$', "\\$"),
          Map.entry((int) '&', "\\&"),
          Map.entry((int) '#', "\\#"),
          Map.entry((int) '_', "\\_"),
          Map.entry((int) '%', "\\%"),
          Map.entry((int) '~', "\\textasciitilde{}"),
          Map.entry((int) '^', "\\textasciicircum{}"),
          Map.entry((int) '<', "\\textless{}"),
          Map.entry((int) '>', "\\textgreater{}"),
          Map.entry((int) '|', "\\textbar{}"),
          Map.entry((int) '"', "\\textquotedbl{}"),
          Map.entry((int) '–', "--"),
          Map.entry((int) '—', "---"),
          Map.entry((int) '…', "\\ldots{}"),
          Map.entry((int) '−', "$-$"),
          Map.entry((int) '×', "$\\times$"),
          Map.entry((int) '·', "$\\cdot$"),
          Map.entry((int) '→', "$\\to$"),
          Map.entry((int) '≤', "$\\le$"),
          Map.entry((int) '≥', "$\\ge$"),
          Map.entry((int) '≠', "$\\ne$"),
          Map.entry((int) '‖', "$\\|$"),
          Map.entry((int) '✓', "$\\checkmark$"),
          Map.entry((int) '✗', "$\\times$"),
          Map.entry((int) 'α', "$\\alpha$"),
          Map.entry((int) 'Δ', "$\\Delta$"),
          Map.entry((int) 'λ', "$\\lambda$"),
          Map.entry((int) 'ρ', "$\\rho$"),
          Map.entry((int) '“', "``"),
          Map.entry((int) '”', "''"));

  private static final int MANY = 8;

  /** Most rows of a table that is not cut. */
  private static final int PAGE = 40;

  private LatexTable() {}

  /**
   * The table with its caption: a float, or over several pages where it would not fit one; in
   * comments before it, what made it.
   */
  public static String of(Table table, Origin origin) {
    boolean paged = table.rows().size() > PAGE;
    StringBuilder text = new StringBuilder();
    text.append("% ").append(oneLine(Origin.program() + ". " + origin.description())).append('\n');
    text.append("% settings: ").append(oneLine(origin.settings())).append('\n');
    text.append("% \\usepackage{booktabs").append(paged ? ",longtable" : "").append("}\n");
    return text.append(paged ? paged(table) : floating(table)).toString();
  }

  private static StringBuilder floating(Table table) {
    StringBuilder text = new StringBuilder("\\begin{table}[t]\n\\centering\n");
    text.append(size(table)).append('\n');
    text.append(caption(table)).append("\n\\begin{tabular}").append(columns(table)).append('\n');
    text.append(head(table)).append(body(table));
    return text.append("\\end{tabular}\n\\end{table}\n");
  }

  private static StringBuilder paged(Table table) {
    StringBuilder text = new StringBuilder("{").append(size(table));
    text.append("\n\\begin{longtable}");
    text.append(columns(table)).append('\n').append(caption(table)).append(" \\\\\n");
    text.append(head(table)).append("\\endfirsthead\n").append(head(table)).append("\\endhead\n");
    return text.append(body(table)).append("\\end{longtable}\n}\n");
  }

  /** Many columns stand closer and smaller, within the width of a page. */
  private static String size(Table table) {
    return table.columns().size() > MANY
        ? "\\footnotesize\n\\setlength{\\tabcolsep}{4pt}"
        : "\\small";
  }

  private static String caption(Table table) {
    return "\\caption{" + escape(table.caption()) + "}\n\\label{tab:" + table.label() + "}";
  }

  private static String columns(Table table) {
    return table.columns().stream()
        .map(column -> column.number() ? "r" : "l")
        .collect(Collectors.joining("", "{@{}", "@{}}"));
  }

  private static StringBuilder head(Table table) {
    StringBuilder text = new StringBuilder("\\toprule\n");
    row(text, table.columns().stream().map(Table.Column::title).toList());
    return text.append("\\midrule\n");
  }

  private static StringBuilder body(Table table) {
    StringBuilder text = new StringBuilder();
    table.rows().forEach(row -> row(text, row));
    return text.append("\\bottomrule\n");
  }

  private static void row(StringBuilder text, List<String> cells) {
    text.append(cells.stream().map(LatexTable::cell).collect(Collectors.joining(" & ")));
    text.append(" \\\\\n");
  }

  /** A bracket at the beginning of a row would be taken as an argument of the row before. */
  private static String cell(String text) {
    String escaped = escape(text);
    return escaped.startsWith("[") ? "{}" + escaped : escaped;
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }

  /** A text on one line that LaTeX prints as it is. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    oneLine(text)
        .strip()
        .codePoints()
        .forEach(
            c -> {
              String replaced = ESCAPES.get(c);
              if (replaced == null) {
                escaped.appendCodePoint(Character.isISOControl(c) ? 0xFFFD : c);
              } else {
                escaped.append(replaced);
              }
            });
    return escaped.toString();
  }
}
