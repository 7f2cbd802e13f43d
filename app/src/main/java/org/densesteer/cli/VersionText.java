package org.densesteer.cli;

import org.densesteer.common.AppVersion;
import org.densesteer.common.Texts;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: our version, and the Java and system it runs on. */
final class VersionText implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {
      "densesteer " + AppVersion.number(),
      Texts.of(
          "Java %s (%s), %s %s",
          System.getProperty("java.version"),
          System.getProperty("java.vendor"),
          System.getProperty("os.name"),
          System.getProperty("os.arch"))
    };
  }
}
