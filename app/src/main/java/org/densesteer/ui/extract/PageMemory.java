package org.densesteer.ui.extract;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.InvalidationListener;
import org.densesteer.common.FaultException;
import org.densesteer.extraction.KeptPair;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.RestTimer;
import org.densesteer.ui.common.TaskRunner;
import org.densesteer.ui.extract.PageFiles.Content;
import org.densesteer.ui.extract.PageFiles.Wording;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the page's pairs and its wording over a restart, a second after the last change. */
public final class PageMemory {

  private static final Logger LOG = LoggerFactory.getLogger(PageMemory.class);

  private final PageFiles files;
  private final PairsViewModel pairs;
  private final ExtractionViewModel extraction;
  private final RestTimer rest;
  private final TaskRunner tasks;
  private final Notices notices;
  private boolean unsaved;
  private boolean complained;

  /**
   * Creates the memory; nothing is read or kept before {@link #restore}.
   *
   * @param folder where the files lie; made when they are first written
   * @param rest waits a second
   */
  public PageMemory(
      Path folder,
      PairsViewModel pairs,
      ExtractionViewModel extraction,
      RestTimer rest,
      TaskRunner tasks,
      Notices notices) {
    this.files = new PageFiles(folder);
    this.pairs = pairs;
    this.extraction = extraction;
    this.rest = rest;
    this.tasks = tasks;
    this.notices = notices;
  }

  /** Reads what was kept, in the background, and keeps every change from then on. */
  public void restore() {
    tasks.start(
        "Reading the pairs of last time",
        (progress, cancellation) -> files.read(),
        this::take,
        notices::fail);
  }

  private void take(Content content) {
    pairs.restore(content.pairs());
    Wording wording = content.wording();
    if (wording.template() != null) {
      extraction.ownTemplateProperty().set(wording.template());
    }
    if (wording.form() != null) {
      extraction.formProperty().set(wording.form());
    }
    content.warnings().forEach(sentence -> notices.show(Notice.warning(sentence)));
    InvalidationListener listener = property -> changed();
    pairs.items().addListener(listener);
    extraction.formProperty().addListener((property, before, now) -> changed());
    extraction.ownTemplateProperty().addListener((property, before, now) -> changed());
  }

  private void changed() {
    unsaved = true;
    rest.restart(
        () -> {
          unsaved = false;
          List<KeptPair> kept = kept();
          Wording wording = wording();
          tasks.quietly(() -> write(kept, wording));
        });
  }

  private List<KeptPair> kept() {
    return pairs.items().stream().map(PairItem::kept).toList();
  }

  private Wording wording() {
    return new Wording(extraction.formProperty().get(), extraction.ownTemplateProperty().get());
  }

  /** Writes what is not yet written, on the calling thread. */
  public void flush() {
    rest.cancel();
    if (unsaved) {
      unsaved = false;
      write(kept(), wording());
    }
  }

  private synchronized void write(List<KeptPair> kept, Wording wording) {
    try {
      files.write(kept, wording);
    } catch (FaultException e) {
      if (!complained) {
        complained = true;
        LOG.warn("The pairs of the Extract page are not kept: {}", e.getMessage());
      }
    }
  }
}
