package org.densesteer.ui.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.densesteer.common.FaultException;
import org.densesteer.common.LateWriter;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.RestTimer;
import org.densesteer.ui.common.TaskRunner;
import org.densesteer.ui.extract.PageFiles.Content;
import org.densesteer.ui.extract.PageFiles.Wording;

/** Keeps the page's pairs and its wording over a restart, a second after the last change. */
final class PageMemory {

  private final PageFiles files;
  private final PairsViewModel pairs;
  private final ExtractionViewModel extraction;
  private final LateWriter<Content> writer;
  private final RestTimer rest;
  private final TaskRunner tasks;
  private final Executor windowThread;
  private final Notices notices;

  /**
   * Creates the memory; nothing is read or kept before {@link #restore}.
   *
   * @param folder where the files lie; made when they are first written
   * @param rest waits a second
   * @param windowThread runs what must happen on the window's thread
   */
  PageMemory(
      Path folder,
      PairsViewModel pairs,
      ExtractionViewModel extraction,
      RestTimer rest,
      TaskRunner tasks,
      Executor windowThread,
      Notices notices) {
    this.files = new PageFiles(folder);
    this.writer =
        new LateWriter<>(this::content, files::write, rest::restart, tasks::quietly, this::notKept);
    this.pairs = pairs;
    this.extraction = extraction;
    this.rest = rest;
    this.tasks = tasks;
    this.windowThread = windowThread;
    this.notices = notices;
  }

  /** Reads what was kept, in the background, and keeps every change from then on. */
  void restore() {
    List<FaultException> faults = new ArrayList<>();
    tasks.start(
        "Reading the pairs of last time",
        (progress, cancellation) -> files.read(faults::add),
        content -> take(content, faults),
        notices::fail);
  }

  private void take(Content content, List<FaultException> faults) {
    pairs.restore(content.pairs());
    Wording wording = content.wording();
    if (wording.template() != null) {
      extraction.ownTemplateProperty().set(wording.template());
    }
    if (wording.form() != null) {
      extraction.formProperty().set(wording.form());
    }
    faults.forEach(fault -> notices.show(Notice.warning(fault)));
    pairs.items().subscribe(writer::changed);
    extraction.formProperty().subscribe((before, now) -> writer.changed());
    extraction.ownTemplateProperty().subscribe((before, now) -> writer.changed());
  }

  private Content content() {
    return new Content(
        pairs.items().stream().map(PairItem::kept).toList(),
        new Wording(extraction.formProperty().get(), extraction.ownTemplateProperty().get()));
  }

  private void notKept(FaultException fault) {
    windowThread.execute(() -> notices.show(Notice.warning(fault)));
  }

  /**
   * Writes what is not yet written, on the calling thread.
   *
   * @return whether everything is kept that is to be
   */
  boolean flush() {
    rest.cancel();
    return writer.flush();
  }

  /** Gives the files up, for another window. */
  void close() {
    flush();
    files.close();
  }
}
