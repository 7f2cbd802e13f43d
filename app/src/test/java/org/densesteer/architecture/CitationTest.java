package org.densesteer.architecture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.densesteer.common.AppVersion;
import org.junit.jupiter.api.Test;

/** What people cite is what they run. */
class CitationTest {

  @Test
  void theCitationNamesThisVersion() throws Exception {
    assertTrue(
        Files.readAllLines(Path.of("CITATION.cff")).contains("version: " + AppVersion.number()));
  }
}
