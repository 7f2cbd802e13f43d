package org.densesteer.ui.settings;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.densesteer.common.FileNames;
import org.densesteer.common.Json;
import org.densesteer.common.KeptFile;
import org.densesteer.common.KeptJson;

/**
 * Settings as JSON. They name files; where the locale's encoding lacks a letter of one, the
 * settings of another day are not to be lost.
 */
final class SettingsFormat implements KeptFile.Format<SettingsRecord> {

  private static final int VERSION = 1;

  private final KeptJson<SettingsRecord> json =
      new KeptJson<>(SettingsRecord.class, VERSION, Json.PRETTY);

  @Override
  public SettingsRecord read(byte[] content) throws IOException {
    SettingsRecord read = json.read(content);
    for (String name : read.files()) {
      try {
        Path.of(name);
      } catch (InvalidPathException e) {
        throw new KeptFile.LeftException("name “" + name + "”, which " + FileNames.flaw(e));
      }
    }
    return read;
  }

  @Override
  public void write(SettingsRecord content, Path temporary) throws IOException {
    json.write(content, temporary);
  }
}
