package org.densesteer.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.densesteer.common.FaultException;
import org.densesteer.notebook.RunSteering;
import org.densesteer.notebook.Runs;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.format.VectorFiles;
import org.densesteer.ui.settings.Source;
import org.densesteer.ui.steering.LaidVectors;
import org.densesteer.ui.steering.OpenedVector;
import org.densesteer.ui.steering.VectorInUse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the vectors of sessions are found. */
class SessionVectorsTest {

  private static final SteeringVector TERSE = Runs.vector();
  private static final String HASH = RunSteering.hash(TERSE);

  @TempDir Path folder;

  private SessionVectors vectors() {
    return new SessionVectors(
        new LaidVectors(folder),
        source -> {
          if (source.name().equals("broken")) {
            throw new FaultException("It cannot be read.");
          }
          return new OpenedVector(TERSE.renamed("kept"), List.of());
        });
  }

  @Test
  void oneThatIsNowhereIsLaidDownUnderItsNameAndReadAsItWas() {
    SessionVectors vectors = vectors();
    VectorInUse laid = vectors.layDown(Map.of(HASH, TERSE), List.of()).get(HASH);
    Path file = laid.source().path();
    assertEquals("terse", laid.source().name());
    assertEquals(HASH, RunSteering.hash(VectorFiles.read(file).vector()));
    assertTrue(vectors.isLaidDown(laid));
    // Once more is not another file.
    assertEquals(file, vectors().layDown(Map.of(HASH, TERSE), List.of()).get(HASH).source().path());
  }

  @Test
  void oneOfTheLibraryIsTakenFromThereWhateverItIsCalled() {
    Source kept = Source.vector(Path.of("/library/kept.safetensors"));
    Source broken = Source.vector(Path.of("/library/broken.safetensors"));
    VectorInUse found = vectors().layDown(Map.of(HASH, TERSE), List.of(broken, kept)).get(HASH);
    assertEquals(kept, found.source());
    assertFalse(vectors().isLaidDown(found));
  }

  @Test
  void oneThatWasAtWorkIsFoundWithoutTheDisk() {
    SessionVectors vectors = vectors();
    vectors.remember(new VectorInUse(Source.SAMPLE_VECTOR, TERSE));
    assertEquals(
        Source.SAMPLE_VECTOR, vectors.find(Set.of(HASH, "0"), List.of()).get(HASH).source());
    assertFalse(vectors.find(Set.of("0"), List.of()).containsKey("0"));
  }
}
