package org.densesteer.ui.settings;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Executor;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import org.densesteer.common.AtomicFiles;
import org.densesteer.common.FaultException;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.RestTimer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the settings in {@code settings.json}, written a second after the last change. */
public final class SettingsStore {

  private static final Logger LOG = LoggerFactory.getLogger(SettingsStore.class);
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final Path file;
  private final RestTimer rest;
  private final Executor writer;
  private final Executor windowThread;
  private final Notices notices;
  private @Nullable SettingsRecord unsaved;
  private boolean complained;

  /**
   * Creates a store.
   *
   * @param folder where the file lies; made when it is first written
   * @param rest waits a second
   * @param writer runs the writing, away from the window's thread
   * @param windowThread runs what must happen on the window's thread
   */
  public SettingsStore(
      Path folder, RestTimer rest, Executor writer, Executor windowThread, Notices notices) {
    this.file = folder.resolve("settings.json");
    this.rest = rest;
    this.writer = writer;
    this.windowThread = windowThread;
    this.notices = notices;
  }

  /** Reads the settings, or sets a broken file aside with a notice, and saves every change. */
  public Settings open() {
    Settings settings = new Settings();
    if (Files.isRegularFile(file)) {
      try {
        JSON.readValue(Files.readAllBytes(file), SettingsRecord.class).copyTo(settings);
      } catch (IOException | RuntimeException e) {
        setAside(e);
      }
    }
    InvalidationListener listener = changed -> changed(settings);
    for (Observable observable : settings.observables()) {
      observable.addListener(listener);
    }
    return settings;
  }

  private void changed(Settings settings) {
    unsaved = SettingsRecord.of(settings);
    rest.restart(
        () -> {
          SettingsRecord snapshot = unsaved;
          unsaved = null;
          if (snapshot != null) {
            writer.execute(() -> write(snapshot));
          }
        });
  }

  /** Writes what is not yet written, on the calling thread. */
  public void flush() {
    rest.cancel();
    SettingsRecord snapshot = unsaved;
    unsaved = null;
    if (snapshot != null) {
      write(snapshot);
    }
  }

  private synchronized void write(SettingsRecord snapshot) {
    try {
      AtomicFiles.write(file, temporary -> JSON.writeValue(temporary.toFile(), snapshot));
    } catch (FaultException e) {
      if (!complained) {
        complained = true;
        LOG.debug("Settings are not saved.", e);
        windowThread.execute(() -> notices.show(notSaved(e)));
      }
    }
  }

  private Notice notSaved(FaultException cause) {
    return new Notice(
        Notice.Severity.WARNING,
        "The settings cannot be saved in "
            + file
            + "; what you change is forgotten when the window is closed.",
        Notice.of(cause).details());
  }

  private void setAside(Exception cause) {
    Path aside =
        file.resolveSibling("settings-broken-" + LocalDateTime.now().format(STAMP) + ".json");
    String stack = Notice.of(cause).details();
    try {
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
      notices.show(
          new Notice(
              Notice.Severity.WARNING,
              "The settings could not be read; the file was set aside as "
                  + aside.getFileName()
                  + " and the defaults are used.",
              aside + "\n\n" + stack));
    } catch (IOException e) {
      notices.show(
          new Notice(
              Notice.Severity.WARNING,
              "The settings in " + file + " could not be read; the defaults are used.",
              stack));
    }
  }
}
