package org.densesteer.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.densesteer.common.FaultException;

/** A process that writes, to be killed, or in which files cannot grow beyond a size. */
final class FaultProcess {

  /** What a file may grow to where files are limited. */
  static final int LIMIT = 64 << 10;

  private FaultProcess() {}

  /** Starts one, on a POSIX shell where its files are to be limited. */
  static Process start(boolean limited, String... arguments) throws IOException {
    List<String> java = new ArrayList<>();
    java.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    java.addAll(List.of("-XX:-UsePerfData", "-XX:TieredStopAtLevel=1", "-cp"));
    java.add(System.getProperty("java.class.path"));
    java.add(FaultProcess.class.getName());
    java.addAll(List.of(arguments));
    List<String> command =
        new ArrayList<>(
            limited
                ? List.of("bash", "-c", "ulimit -f " + (LIMIT >> 10) + "; exec \"$@\"", "bash")
                : List.of());
    command.addAll(java);
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  /** Next line that it says; null at its end. */
  static String next(BufferedReader lines) throws IOException {
    return String.valueOf(lines.readLine());
  }

  /** Writes what is too large with every writer, or with one of them again and again. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[1]);
    for (Writers writer : Writers.all()) {
      if (args[0].equals("full")) {
        System.out.println(writer.name() + "\t" + attempt(writer, folder.resolve(writer.name())));
      } else if (args[0].equals(writer.name())) {
        System.out.println("begins");
        for (int i = 0; ; i++) {
          writer.write().into(folder, i, 20_000);
        }
      }
    }
  }

  private static String attempt(Writers writer, Path folder) throws IOException {
    try {
      writer.write().into(folder, 1, 4 * LIMIT);
      return "was written";
    } catch (FaultException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
