import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes the native libraries of other systems, and of graphics cards, out of the jars of a folder:
 *
 * <pre>java installers/Slim.java FOLDER</pre>
 *
 * What stays is for the system and the processor that this runs on.
 */
final class Slim {

  /** Where DJL's jars and JNA's keep theirs: a folder for each system, with the processor. */
  private static final Pattern NATIVE =
      Pattern.compile("/(?:native/lib|jnilib|com/sun/jna)/([a-z0-9]+-[a-z0-9_-]+)/(?:(cu)\\d+/)?.+");

  public static void main(String[] arguments) throws IOException {
    boolean arm = System.getProperty("os.arch").equals("aarch64");
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    List<String> names =
        system.startsWith("windows")
            ? List.of("win", "win32")
            : system.startsWith("mac") ? List.of("osx", "darwin") : List.of("linux");
    List<String> own =
        names.stream()
            .flatMap(name -> Stream.of("x86_64", "x86-64").map(p -> name + "-" + (arm ? "aarch64" : p)))
            .toList();
    List<Path> jars;
    try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
      jars = files.filter(file -> file.toString().endsWith(".jar")).toList();
    }
    for (Path jar : jars) {
      slim(jar, own);
    }
  }

  private static void slim(Path jar, List<String> own) throws IOException {
    URI uri = URI.create("jar:" + jar.toUri());
    try (FileSystem entries = FileSystems.newFileSystem(uri, Map.of())) {
      List<Path> all;
      try (Stream<Path> files = Files.walk(entries.getPath("/"))) {
        all = files.filter(Files::isRegularFile).toList();
      }
      for (Path file : all) {
        Matcher match = NATIVE.matcher(file.toString());
        if (match.matches() && (match.group(2) != null || !own.contains(match.group(1)))) {
          Files.delete(file);
        }
      }
    }
  }
}
