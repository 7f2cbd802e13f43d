package org.densesteer.model.torch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.EngineException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class NativeLibrariesTest {

  /** As DJL 0.35.1 wraps it when the disk is full. */
  @Test
  void aDiskThatIsFullIsSaidWithThePlace() {
    Throwable failure =
        new ExceptionInInitializerError(
            new EngineException(
                "Failed to extract PyTorch native library",
                new IOException("No space left on device")));
    String sentence = NativeLibraries.engineFault(failure).getMessage();
    assertTrue(sentence.startsWith("The model engine cannot be unpacked into "), sentence);
    assertTrue(sentence.contains("pytorch: no space left on device ("), sentence);
    assertTrue(sentence.contains(" MB are free there)"), sentence);
  }

  @Test
  void anythingElseIsNoMatterOfTheDisk() {
    Throwable failure =
        new EngineException(
            "Failed to load PyTorch native library",
            new UnsatisfiedLinkError("libtorch.so: GLIBC_2.99 not found.\nmore"));
    assertEquals(
        "The model engine does not run on this system (libtorch.so: GLIBC_2.99 not found).",
        NativeLibraries.engineFault(failure).getMessage());
  }
}
