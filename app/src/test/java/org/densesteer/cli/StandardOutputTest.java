package org.densesteer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StandardOutputTest {

  @Test
  void whatIsWrittenArrivesAndNothingIsLost() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    assertEquals(Optional.empty(), lossOf(file));
    assertEquals("λ = 1\n", file.toString(StandardCharsets.UTF_8));
  }

  @Test
  void aFullDiskIsSaid() {
    assertEquals(
        Optional.of("The results cannot be written to standard output: no space left on device."),
        lossOf(failing("No space left on device")));
  }

  @Test
  void whoReadsNoFurtherHasLostNothing() {
    assertEquals(Optional.empty(), lossOf(failing("Broken pipe")));
    assertEquals(Optional.empty(), lossOf(failing("The pipe is being closed")));
  }

  private static Optional<String> lossOf(OutputStream target) {
    StandardOutput output = new StandardOutput(target);
    PrintWriter results = new PrintWriter(output, true, StandardCharsets.UTF_8);
    results.print("λ = 1\n");
    results.flush();
    return output.loss();
  }

  private static OutputStream failing(String reason) {
    return new OutputStream() {
      @Override
      public void write(int value) throws IOException {
        throw new IOException(reason);
      }
    };
  }
}
