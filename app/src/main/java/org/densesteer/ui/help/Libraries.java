package org.densesteer.ui.help;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.densesteer.common.FaultException;

/**
 * The libraries that the program is made of, with versions and licences, as the build found them.
 */
final class Libraries {

  private static final String RESOURCE = "/META-INF/THIRD-PARTY.txt";

  private Libraries() {}

  /** One line for each library. */
  static String list() {
    try (InputStream in = Libraries.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new FaultException("The list of libraries is missing from the program's jar.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> line.startsWith("("))
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new FaultException("The list of libraries cannot be read.", e);
    }
  }
}
