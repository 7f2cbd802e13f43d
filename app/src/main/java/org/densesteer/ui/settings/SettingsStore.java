package org.densesteer.ui.settings;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.densesteer.common.FaultException;
import org.densesteer.common.KeptFile;
import org.densesteer.common.LateWriter;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.RestTimer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the settings in {@code settings.json}, written a second after the last change. */
public final class SettingsStore {

  private static final Logger LOG = LoggerFactory.getLogger(SettingsStore.class);

  private final Settings settings = new Settings();
  private final KeptFile<SettingsRecord> file;
  private final LateWriter<SettingsRecord> writer;
  private final RestTimer rest;
  private final Executor windowThread;
  private final Notices notices;
  private boolean firstStart;

  /** What this window has last read or written. */
  private SettingsRecord known;

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
            new SettingsFormat(),
            Clock.systemUTC());
    this.writer =
        new LateWriter<>(
            () -> SettingsRecord.of(settings),
            this::write,
            rest::restart,
            background,
            this::notSaved);
    this.known = SettingsRecord.of(settings);
    this.rest = rest;
    this.windowThread = windowThread;
    this.notices = notices;
  }

  /** Reads the settings, and saves every change unless the file must not be written over. */
  public Settings open() {
    Optional<SettingsRecord> kept = file.read(fault -> notices.show(Notice.warning(fault)));
    kept.ifPresent(read -> read.copyTo(settings));
    firstStart = kept.isEmpty() && notices.lastProperty().get() == null;
    known = SettingsRecord.of(settings);
    if (!file.isLeft()) {
      settings.onChange(writer::changed);
    }
    return settings;
  }

  /** Whether nothing was kept when the settings were opened: nobody was here before. */
  public boolean isFirstStart() {
    return firstStart;
  }

  /**
   * Writes what is not yet written, on the calling thread.
   *
   * @return whether everything is kept that is to be
   */
  public boolean flush() {
    rest.cancel();
    return writer.flush();
  }

  /** Another window may have written since: what it changed and this one did not is taken over. */
  private void write(SettingsRecord now) {
    SettingsRecord there =
        file.read(fault -> windowThread.execute(() -> notices.show(Notice.warning(fault))))
            .orElse(known);
    file.write(SettingsRecord.merged(known, now, there));
    known = now;
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
