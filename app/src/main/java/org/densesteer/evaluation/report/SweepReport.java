package org.densesteer.evaluation.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.densesteer.common.AtomicFiles;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.plan.SweepOrigin;
import org.densesteer.evaluation.results.SweepFolder;

/**
 * Reports a finished sweep.
 *
 * @param html the report as one HTML file
 * @param markdown the same as Markdown
 */
public record SweepReport(Path html, Path markdown) {

  /**
   * Writes {@code report.html} and {@code report.md} into the folder of a sweep.
   *
   * @return where they are
   * @throws FaultException when the sweep is not finished, or cannot be read or written
   */
  public static SweepReport write(SweepFolder folder) {
    SweepFolder.Content content = folder.read();
    long missing = content.missing();
    if (missing > 0) {
      throw new FaultException(
          Texts.of(
              "The sweep in %s is not finished: at least %d answers are missing; resume it first.",
              folder.path(), missing));
    }
    ReportSource source = new ReportSource(content, content.results());
    List<ReportBlock> blocks = blocks(source);
    SweepReport report =
        new SweepReport(folder.path().resolve("report.html"), folder.path().resolve("report.md"));
    String html = HtmlRenderer.render(title(content.origin()), blocks);
    AtomicFiles.writeText(report.html(), html);
    String markdown = MarkdownRenderer.render(blocks);
    AtomicFiles.writeText(report.markdown(), markdown);
    return report;
  }

  private static String title(SweepOrigin origin) {
    return "Sweep of " + origin.vectorName() + " on " + origin.modelName();
  }

  private static List<ReportBlock> blocks(ReportSource source) {
    List<ReportBlock> blocks = new ArrayList<>();
    blocks.add(new ReportBlock.Heading(1, title(source.content().origin())));
    blocks.addAll(Findings.of(source));
    blocks.addAll(CheckSection.of(source));
    blocks.addAll(ReasoningSection.of(source));
    blocks.addAll(GridSection.of(source));
    blocks.addAll(ExampleSection.of(source));
    blocks.addAll(Settings.of(source));
    blocks.addAll(MethodSection.of(source));
    return blocks;
  }
}
