package org.densesteer.notebook;

import java.util.List;
import java.util.stream.Collectors;
import org.densesteer.figure.MarkdownTable;

/** A run as Markdown: what was asked, a table of arms and figures, and the answers. */
public final class RunMarkdown {

  private RunMarkdown() {}

  /** The whole run. */
  public static String of(Run run) {
    StringBuilder text = new StringBuilder();
    text.append(quoted(run.prompt().question())).append("\n\n");
    if (run.prompt().system() != null) {
      text.append("System: ").append(MarkdownTable.cell(run.prompt().system())).append("\n\n");
    }
    text.append(MarkdownTable.cell(Provenance.sentence(run))).append("\n\n");
    text.append(MarkdownTable.rows(RunTable.of(List.of(run))));
    for (RunArm arm : run.arms()) {
      text.append("\n**").append(MarkdownTable.cell(arm.name())).append("**\n\n");
      text.append(quoted(arm.answer().text())).append("\n");
    }
    return text.toString();
  }

  private static String quoted(String text) {
    return text.lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
  }
}
