package org.densesteer.ui.sweep;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;
import javax.imageio.ImageIO;
import org.densesteer.common.AtomicFiles;
import org.densesteer.evaluation.report.HeatMapSvg;
import org.densesteer.evaluation.report.SweepReport;
import org.densesteer.evaluation.results.SweepFolder;
import org.densesteer.evaluation.results.SweepResults;
import org.densesteer.ui.common.DialogService;
import org.densesteer.ui.common.DialogService.FileKind;
import org.densesteer.ui.common.FileOpener;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.TaskRunner;

/** Writes what a finished sweep showed to files that a person chooses. */
final class SweepExport {

  private final SweepViewModel sweep;
  private final DialogService dialogs;
  private final FileOpener opener;
  private final TaskRunner tasks;
  private final Notices notices;

  SweepExport(
      SweepViewModel sweep,
      DialogService dialogs,
      FileOpener opener,
      TaskRunner tasks,
      Notices notices) {
    this.sweep = sweep;
    this.dialogs = dialogs;
    this.opener = opener;
    this.tasks = tasks;
    this.notices = notices;
  }

  /** Every cell in figures. */
  void csv() {
    finished()
        .ifPresent(run -> ask("cells.csv", "CSV table", "csv", copy(run.folder().cellsFile())));
  }

  /** All results for other programs. */
  void json() {
    finished()
        .ifPresent(run -> ask("results.json", "JSON", "json", copy(run.folder().resultsFile())));
  }

  /** The heat map as a drawing. */
  void svg() {
    finished()
        .ifPresent(
            run -> {
              SweepResults results = Objects.requireNonNull(sweep.resultsProperty().get());
              String drawing =
                  HeatMapSvg.of(sweep.measureProperty().get(), run.plan().grid(), results);
              ask(
                  sweep.measureProperty().get().key() + ".svg",
                  "SVG drawing",
                  "svg",
                  file -> AtomicFiles.writeText(file, drawing));
            });
  }

  /** The heat map as it stands in the window. */
  void png(Image picture) {
    BufferedImage image = SwingFXUtils.fromFXImage(picture, null);
    ask(
        sweep.measureProperty().get().key() + ".png",
        "PNG picture",
        "png",
        file ->
            AtomicFiles.write(
                file,
                temporary -> {
                  if (!ImageIO.write(image, "png", temporary.toFile())) {
                    throw new IOException("this Java cannot write PNG pictures");
                  }
                }));
  }

  /** The report as one HTML file, with its Markdown beside it in the sweep's folder. */
  void report() {
    finished().ifPresent(run -> report(run.folder()));
  }

  /** The same of any finished sweep. */
  void report(SweepFolder folder) {
    ask(
        "report.html",
        "Report",
        "html",
        file -> copy(SweepReport.write(folder).html()).accept(file),
        this::offer);
  }

  private Optional<SweepRun> finished() {
    return sweep.resultsProperty().get() == null
        ? Optional.empty()
        : Optional.ofNullable(sweep.shown());
  }

  private static Consumer<Path> copy(Path source) {
    return target ->
        AtomicFiles.write(
            target,
            temporary -> Files.copy(source, temporary, StandardCopyOption.REPLACE_EXISTING));
  }

  private void offer(Path written) {
    notices.show(Notice.offer("Wrote " + written + ".", "Open", () -> open(written)));
  }

  private void open(Path file) {
    tasks.start(
        "Opening " + file.getFileName(),
        (progress, cancellation) -> {
          opener.open(file);
          return file;
        },
        opened -> {},
        notices::fail);
  }

  private void ask(String name, String description, String ending, Consumer<Path> writer) {
    ask(
        name,
        description,
        ending,
        writer,
        written -> notices.show(Notice.info("Wrote " + written + ".")));
  }

  private void ask(
      String name, String description, String ending, Consumer<Path> writer, Consumer<Path> then) {
    FileKind kind = new FileKind(description, List.of("*." + ending));
    dialogs
        .saveFile("Export sweep", name, kind, null)
        .ifPresent(
            file ->
                tasks.start(
                    "Writing " + file.getFileName(),
                    (progress, cancellation) -> {
                      writer.accept(file);
                      return file;
                    },
                    then,
                    notices::fail));
  }
}
