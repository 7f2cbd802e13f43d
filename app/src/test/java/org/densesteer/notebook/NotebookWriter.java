package org.densesteer.notebook;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** A process that appends runs and says which of them are on the disk. */
final class NotebookWriter {

  private NotebookWriter() {}

  static Process start(Path folder, String name, int runs, Path said) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            NotebookWriter.class.getName(),
            folder.toString(),
            name,
            Integer.toString(runs))
        .redirectErrorStream(true)
        .redirectOutput(said.toFile())
        .start();
  }

  public static void main(String... args) {
    Notebook notebook = new Notebook(Path.of(args[0]), Clock.systemUTC(), sentence -> {});
    for (int i = 0; i < Integer.parseInt(args[2]); i++) {
      String id = args[1] + "-" + i;
      notebook.append(Runs.full(id, "q".repeat(50_000)));
      // The mark shows that the line was said as a whole.
      System.out.println(id + "-");
      System.out.flush();
    }
  }
}
