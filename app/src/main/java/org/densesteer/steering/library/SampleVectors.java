package org.densesteer.steering.library;

import java.util.List;
import java.util.Map;
import org.densesteer.common.EmbeddedFiles;
import org.densesteer.common.FaultException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The vectors that come with the program: to be used and copied, not changed. */
public final class SampleVectors {

  private static final Logger LOG = LoggerFactory.getLogger(SampleVectors.class);

  private SampleVectors() {}

  /** All of them; none where they cannot be unpacked, of which opening the sample model tells. */
  public static LibraryContents list() {
    try {
      return VectorFolder.read(EmbeddedFiles.sampleVectors(), Map.of(), true);
    } catch (FaultException e) {
      LOG.warn("The sample vectors are not listed: {}", e.getMessage());
      return new LibraryContents(List.of(), List.of());
    }
  }
}
