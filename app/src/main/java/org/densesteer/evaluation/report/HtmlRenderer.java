package org.densesteer.evaluation.report;

import java.util.List;
import org.densesteer.common.Markup;
import org.densesteer.common.Texts;

/** Renders a report as one HTML file that needs nothing else and can run nothing. */
final class HtmlRenderer {

  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8"/>
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <title>%s</title>
      <style>
      :root { color-scheme: light dark; --line: #d0d5da; --quiet: #f4f6f8; }
      @media (prefers-color-scheme: dark) { :root { --line: #3a424b; --quiet: #1b2129; } }
      body { font: 15px/1.5 Inter, system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1.5rem; }
      h1 { font-size: 1.7rem; } h2 { margin-top: 2.2rem; border-bottom: 1px solid var(--line); }
      table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
      th, td { padding: .25rem .7rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
      td { overflow-wrap: anywhere; }
      .figures { font-size: 13px; }
      .figures td { overflow-wrap: normal; padding: .25rem .5rem; }
      .figures th, .figures td.short, .figures td span { white-space: nowrap; }
      .wide { overflow-x: auto; }
      pre { background: var(--quiet); padding: .8rem 1rem; white-space: pre-wrap; overflow-wrap: anywhere; font-family: "JetBrains Mono", ui-monospace, monospace; font-size: 13px; }
      </style>
      </head>
      <body>
      """;

  /** Tables of nothing longer are tables of figures. */
  private static final int LONGEST_FIGURE = 40;

  private final StringBuilder html = new StringBuilder();

  private HtmlRenderer() {}

  static String render(String title, List<ReportBlock> blocks) {
    HtmlRenderer renderer = new HtmlRenderer();
    renderer.html.append(Texts.of(HEAD, Markup.escape(title)));
    blocks.forEach(renderer::append);
    return renderer.html.append("</body>\n</html>\n").toString();
  }

  private void append(ReportBlock block) {
    if (block instanceof ReportBlock.Heading heading) {
      element("h" + heading.level(), heading.text());
    } else if (block instanceof ReportBlock.Paragraph paragraph) {
      element("p", paragraph.text());
    } else if (block instanceof ReportBlock.Bullets bullets) {
      html.append("<ul>\n");
      bullets.items().forEach(item -> element("li", item));
      html.append("</ul>\n");
    } else if (block instanceof ReportBlock.Table table) {
      append(table);
    } else if (block instanceof ReportBlock.Figure figure) {
      html.append("<div class=\"wide\">").append(HeatMapSvg.of(figure.map())).append("</div>\n");
    } else if (block instanceof ReportBlock.Verbatim verbatim) {
      element("pre", verbatim.text());
    }
  }

  private void append(ReportBlock.Table table) {
    boolean figures = table.rows().stream().flatMap(List::stream).allMatch(HtmlRenderer::isShort);
    html.append("<div class=\"wide\"><table").append(figures ? " class=\"figures\"" : "");
    html.append(">\n<tr>");
    table.header().forEach(name -> element("th", name));
    html.append("</tr>\n");
    for (List<String> row : table.rows()) {
      html.append("<tr>");
      row.forEach(figures ? this::figure : field -> element("td", field));
      html.append("</tr>\n");
    }
    html.append("</table></div>\n");
  }

  private static boolean isShort(String field) {
    return field.length() <= LONGEST_FIGURE;
  }

  /** A figure that breaks nowhere but before its interval. */
  private void figure(String field) {
    int interval = field.indexOf(" [");
    if (interval < 0) {
      html.append("<td class=\"short\">").append(Markup.escape(field)).append("</td>\n");
    } else {
      html.append("<td><span>").append(Markup.escape(field.substring(0, interval)));
      html.append("</span> <span>").append(Markup.escape(field.substring(interval + 1)));
      html.append("</span></td>\n");
    }
  }

  private void element(String name, String text) {
    html.append('<').append(name).append('>').append(Markup.escape(text));
    html.append("</").append(name).append(">\n");
  }
}
