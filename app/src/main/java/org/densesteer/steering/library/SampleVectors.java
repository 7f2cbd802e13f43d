package org.densesteer.steering.library;

import java.util.List;
import java.util.Map;
import org.densesteer.common.EmbeddedFiles;
import org.densesteer.common.FaultException;

/** The vectors that come with the program: to be used and copied, not changed. */
public final class SampleVectors {

  private SampleVectors() {}

  /** All of them; a warning where they cannot be unpacked. */
  public static LibraryContents list() {
    try {
      return VectorFolder.read(EmbeddedFiles.sampleVectors(), Map.of(), true);
    } catch (FaultException e) {
      return new LibraryContents(List.of(), List.of(String.valueOf(e.getMessage())));
    }
  }
}
