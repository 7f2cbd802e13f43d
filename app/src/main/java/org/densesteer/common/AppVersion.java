package org.densesteer.common;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** Which version of the workbench this is. */
public final class AppVersion {

  private static final String RESOURCE = "version.properties";

  private AppVersion() {}

  /** Its number, such as {@code 0.1.0}. */
  public static String number() {
    Properties properties = new Properties();
    try (InputStream in = AppVersion.class.getResourceAsStream(RESOURCE)) {
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
