package org.densesteer.ui.settings;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.densesteer.common.FaultException;
import org.densesteer.common.Json;
import org.densesteer.common.KeptFile;
import org.densesteer.common.KeptJson;
import org.densesteer.common.LateWriter;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.RestTimer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the settings in {@code settings.json}, written a second after the last change. */
public final class SettingsStore {

  private static final Logger LOG = LoggerFactory.getLogger(SettingsStore.class);
  private static final int VERSION = 1;

  private final Settings settings = new Settings();
  private final KeptFile<SettingsRecord> file;
  private final LateWriter<SettingsRecord> writer;
  private final RestTimer rest;
  private final Executor windowThread;
  private final Notices notices;
  private boolean firstStart;

  /**
   * Creates a store.
   *
   * @param folder where the file lies; made when it is first written
   * @param rest waits a second
   * @param background runs the writing, away from the window's thread
   * @param windowThread runs what must happen on the window's thread
   */
  public SettingsStore(
      Path folder, RestTimer rest, Executor background, Executor windowThread, Notices notices) {
    this.file =
        new KeptFile<>(
            folder.resolve("settings.json"),
            "The settings",
            "the defaults are used",
            new KeptJson<>(SettingsRecord.class, VERSION, Json.PRETTY),
            Clock.systemUTC());
    this.writer =
        new LateWriter<>(
            () -> SettingsRecord.of(settings),
            file::write,
            rest::restart,
            background,
            this::notSaved);
    this.rest = rest;
    this.windowThread = windowThread;
    this.notices = notices;
  }

  /** Reads the settings, and saves every change unless the file must not be written over. */
  public Settings open() {
    Optional<SettingsRecord> kept = file.read(fault -> notices.show(Notice.warning(fault)));
    kept.ifPresent(read -> read.copyTo(settings));
    firstStart = kept.isEmpty() && notices.lastProperty().get() == null;
    if (!file.isLeft()) {
      settings.onChange(writer::changed);
    }
    return settings;
  }

  /** Whether nothing was kept when the settings were opened: nobody was here before. */
  public boolean isFirstStart() {
    return firstStart;
  }

  /** Writes what is not yet written, on the calling thread. */
  public void flush() {
    rest.cancel();
    writer.flush();
  }

  private void notSaved(FaultException cause) {
    LOG.debug("Settings are not saved.", cause);
    Notice notice =
        new Notice(
            Notice.Severity.WARNING,
            "The settings cannot be saved in "
                + file.path()
                + "; what you change is forgotten when the window is closed.",
            Notice.of(cause).details());
    windowThread.execute(() -> notices.show(notice));
  }
}
