package org.densesteer.ui.charts;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.densesteer.common.AtomicFiles;
import org.densesteer.notebook.Provenance;
import org.densesteer.ui.common.DialogService.FileKind;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.figures.FigureSheet;
import org.densesteer.ui.figures.FigureSource;

/**
 * Takes what a chart shows out of the window.
 *
 * @param figures saves it as a drawing
 */
public record ChartExport(FigureSheet figures) {

  private static final FileKind CSV = new FileKind("CSV table", List.of("*.csv"));

  /** Saves the chart as it is now. */
  void figure(ChartData data, Provenance provenance) {
    figures.show(
        new FigureSource(data.title(), size -> ChartFigure.of(data, size), provenance.origin()));
  }

  /** Saves the chart's data. */
  void csv(ChartData data, Provenance provenance) {
    String name = data.title().toLowerCase(Locale.ROOT).replace(' ', '-') + ".csv";
    figures
        .dialogs()
        .saveFile("Save data", name, CSV, null)
        .ifPresent(file -> write(file, ChartCsv.of(data, provenance)));
  }

  private void write(Path file, String content) {
    figures
        .tasks()
        .start(
            "Writing " + file.getFileName(),
            (progress, cancellation) -> {
              AtomicFiles.writeText(file, content);
              return file;
            },
            written ->
                figures
                    .notices()
                    .show(
                        Notice.info(
                            "Wrote " + written + ", with the settings it was made with inside.")),
            figures.notices()::fail);
  }
}
