package org.densesteer.evaluation.report;

import java.util.ArrayList;
import java.util.List;

/** Renders a report as Markdown (CommonMark with tables). */
final class MarkdownRenderer {

  private final StringBuilder markdown = new StringBuilder();

  private MarkdownRenderer() {}

  static String render(List<ReportBlock> blocks) {
    MarkdownRenderer renderer = new MarkdownRenderer();
    blocks.forEach(renderer::append);
    return renderer.markdown.toString();
  }

  private void append(ReportBlock block) {
    if (block instanceof ReportBlock.Heading heading) {
      markdown.append("#".repeat(heading.level())).append(' ').append(escape(heading.text()));
      markdown.append("\n\n");
    } else if (block instanceof ReportBlock.Paragraph paragraph) {
      markdown.append(escape(paragraph.text())).append("\n\n");
    } else if (block instanceof ReportBlock.Bullets bullets) {
      bullets.items().forEach(item -> markdown.append("- ").append(escape(item)).append('\n'));
      markdown.append('\n');
    } else if (block instanceof ReportBlock.Table table) {
      append(table);
    } else if (block instanceof ReportBlock.Figure figure) {
      append(table(figure.map()));
    } else if (block instanceof ReportBlock.Verbatim verbatim) {
      String fence = fence(verbatim.text());
      markdown.append(fence).append('\n').append(verbatim.text().stripTrailing());
      markdown.append('\n').append(fence).append("\n\n");
    }
  }

  private void append(ReportBlock.Table table) {
    appendRow(table.header());
    appendRow(table.header().stream().map(name -> "---").toList(), false);
    table.rows().forEach(this::appendRow);
    markdown.append('\n');
  }

  private void appendRow(List<String> fields) {
    appendRow(fields.stream().map(MarkdownRenderer::escape).toList(), true);
  }

  private void appendRow(List<String> fields, boolean spaced) {
    String gap = spaced ? " " : "";
    fields.forEach(field -> markdown.append('|').append(gap).append(field).append(gap));
    markdown.append("|\n");
  }

  /** The same as numbers: strengths across, layers down, the chosen cell in brackets. */
  private static ReportBlock.Table table(HeatMap map) {
    List<String> header = new ArrayList<>(List.of("layer"));
    map.rows().get(0).cells().forEach(cell -> header.add("λ " + cell.strength()));
    List<List<String>> rows = new ArrayList<>();
    for (HeatMap.Row row : map.rows()) {
      List<String> fields = new ArrayList<>(List.of(Integer.toString(row.layer())));
      for (HeatMap.Cell cell : row.cells()) {
        String shown = cell.shown() + (cell.overCliff() ? " ▾" : "");
        fields.add(cell.chosen() ? "(" + shown + ")" : shown);
      }
      rows.add(fields);
    }
    return new ReportBlock.Table(header, rows);
  }

  /** Escapes everything that Markdown or HTML could take for markup; one line. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    for (char c : text.replaceAll("\\R", " ").toCharArray()) {
      if ("\\`*_{}[]<>#|~&$!".indexOf(c) >= 0) {
        escaped.append('\\');
      }
      escaped.append(c);
    }
    return escaped.toString();
  }

  /** A fence longer than any run of backticks within. */
  private static String fence(String text) {
    int longest = 2;
    int run = 0;
    for (char c : text.toCharArray()) {
      run = c == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return "`".repeat(longest + 1);
  }
}
