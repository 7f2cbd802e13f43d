package org.densesteer.ui.sweep;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.densesteer.common.AtomicFiles;
import org.densesteer.evaluation.report.SweepFiles;
import org.densesteer.evaluation.report.SweepProvenance;
import org.densesteer.evaluation.report.SweepReport;
import org.densesteer.evaluation.report.SweepTables;
import org.densesteer.evaluation.results.Measure;
import org.densesteer.evaluation.results.SweepFolder;
import org.densesteer.evaluation.results.SweepResults;
import org.densesteer.figure.Origin;
import org.densesteer.ui.common.DialogService;
import org.densesteer.ui.common.DialogService.FileKind;
import org.densesteer.ui.common.FileOpener;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.TaskRunner;
import org.densesteer.ui.figures.FigureSheet;
import org.densesteer.ui.figures.FigureSource;

/** Writes what a finished sweep showed to files that a person chooses. */
final class SweepExport {

  private final SweepViewModel sweep;
  private final DialogService dialogs;
  private final FileOpener opener;
  private final TaskRunner tasks;
  private final Notices notices;
  private final FigureSheet figures;

  SweepExport(
      SweepViewModel sweep,
      DialogService dialogs,
      FileOpener opener,
      TaskRunner tasks,
      Notices notices,
      FigureSheet figures) {
    this.sweep = sweep;
    this.dialogs = dialogs;
    this.opener = opener;
    this.tasks = tasks;
    this.notices = notices;
    this.figures = figures;
  }

  /** Every cell in figures. */
  void csv() {
    finished()
        .ifPresent(
            run ->
                ask(
                    "cells.csv",
                    "CSV table",
                    "csv",
                    file -> AtomicFiles.writeText(file, SweepFiles.csv(run.folder(), made(run)))));
  }

  /** All results for other programs. */
  void json() {
    finished()
        .ifPresent(
            run ->
                ask(
                    "results.json",
                    "JSON",
                    "json",
                    file -> AtomicFiles.writeText(file, SweepFiles.json(run.folder(), made(run)))));
  }

  /** Its tables, which LaTeX sets. */
  void latex() {
    tables("sweep.tex", "LaTeX table", "tex", SweepTables::latex);
  }

  /** Its tables as Markdown. */
  void markdown() {
    tables("sweep.md", "Markdown", "md", SweepTables::markdown);
  }

  private void tables(
      String name, String description, String ending, Function<SweepTables, String> words) {
    tables()
        .ifPresent(
            made ->
                ask(
                    name,
                    description,
                    ending,
                    file -> AtomicFiles.writeText(file, words.apply(made))));
  }

  /** The same, into the clipboard. */
  void copyLatex() {
    copy("LaTeX", SweepTables::latex);
  }

  /** The same as Markdown. */
  void copyMarkdown() {
    copy("Markdown", SweepTables::markdown);
  }

  private void copy(String kind, Function<SweepTables, String> words) {
    tables()
        .ifPresent(
            made -> {
              Fx.copy(words.apply(made));
              notices.show(Notice.info("The sweep's tables are in the clipboard as " + kind + "."));
            });
  }

  private Optional<SweepTables> tables() {
    SweepResults results = sweep.resultsProperty().get();
    return results == null
        ? Optional.empty()
        : Optional.ofNullable(sweep.shown()).map(run -> new SweepTables(made(run), results));
  }

  /** The heat map as it stands in the window, of an unfinished sweep, too. */
  void map() {
    HeatPicture picture = sweep.pictureProperty().get();
    SweepRun run = sweep.shown();
    if (picture != null && run != null) {
      String part = sweep.resultsProperty().get() == null ? " Not finished when saved." : "";
      figures.show(
          new FigureSource(
              "sweep " + picture.measure().key(),
              size -> HeatFigure.of(picture, size),
              origin(run, picture.measure().title() + " over layers and strengths." + part)));
    }
  }

  /** The chosen cell and its placebos as a figure. */
  void placebos() {
    SweepResults results = sweep.resultsProperty().get();
    Measure measure = sweep.measureProperty().get();
    SweepRun run = sweep.shown();
    ForestPicture picture = results == null ? null : ForestPicture.of(results, measure);
    if (picture == null || run == null) {
      notices.show(Notice.warning("There is no chosen cell yet that was held against placebos."));
    } else {
      figures.show(
          new FigureSource(
              "placebos " + measure.key(),
              size -> ForestFigure.of(picture, size),
              origin(run, picture.title() + ".")));
    }
  }

  private static SweepProvenance made(SweepRun run) {
    return new SweepProvenance(run.plan(), run.origin());
  }

  private static Origin origin(SweepRun run, String what) {
    SweepProvenance made = made(run);
    return new Origin(what + " " + made.sentence(), made.json());
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
