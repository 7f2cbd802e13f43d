package org.densesteer.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: our version, and the Java and system it runs on. */
final class VersionText implements IVersionProvider {

  private static final String RESOURCE = "version.properties";

  @Override
  public String[] getVersion() {
    return new String[] {
      "densesteer " + number(),
      Texts.of(
          "Java %s (%s), %s %s",
          System.getProperty("java.version"),
          System.getProperty("java.vendor"),
          System.getProperty("os.name"),
          System.getProperty("os.arch"))
    };
  }

  static String number() {
    Properties properties = new Properties();
    try (InputStream in = VersionText.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new FaultException("The program's file " + RESOURCE + " is missing from its jar.");
      }
      properties.load(in);
    } catch (IOException e) {
      throw new FaultException("The program's file " + RESOURCE + " cannot be read.", e);
    }
    return properties.getProperty("version");
  }
}
