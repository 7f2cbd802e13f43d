package org.densesteer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.densesteer.common.FaultException;
import org.junit.jupiter.api.Test;

class WindowFailureTest {

  /** What JavaFX 21.0.12 throws on Linux. */
  private static final Throwable NO_DISPLAY =
      new UnsupportedOperationException("Unable to open DISPLAY");

  @Test
  void aMissingDisplayIsSaid() {
    assertEquals(
        "The window cannot be opened: there is no display (DISPLAY is not set)."
            + " The command line works without a window: densesteer --help.",
        WindowFailure.sentence(NO_DISPLAY, null));
    String wrong = WindowFailure.sentence(NO_DISPLAY, ":77");
    assertTrue(wrong.contains("the display :77 does not answer."), wrong);
  }

  @Test
  void aFaultOfTheStartKeepsItsSentence() {
    Throwable failure =
        new RuntimeException(
            "Exception in Application start method", new FaultException("It is broken."));
    assertEquals("It is broken.", WindowFailure.sentence(failure, ":0"));
  }

  @Test
  void aMissingLibraryIsNamed() {
    String java =
        WindowFailure.sentence(new NoClassDefFoundError("javafx/application/Application"), ":0");
    assertTrue(java.startsWith("The window needs JavaFX"), java);
    String gtk =
        WindowFailure.sentence(
            new RuntimeException(new UnsatisfiedLinkError("libgtk-3.so.0: cannot open\nmore")),
            ":0");
    assertTrue(
        gtk.startsWith(
            "The window cannot be opened (UnsatisfiedLinkError: libgtk-3.so.0: cannot open)."),
        gtk);
  }
}
