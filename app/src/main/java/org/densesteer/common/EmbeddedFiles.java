package org.densesteer.common;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Folders shipped inside the program. From a build tree they are used where they lie; from a JAR
 * they are unpacked once into the cache.
 */
public final class EmbeddedFiles {

  private static final Pattern HALF_UNPACKED =
      Pattern.compile("\\.[a-z-]+-(?<pid>[0-9]{1,10})-[0-9]+");

  private EmbeddedFiles() {}

  /** The model that is always there. */
  public static Path sampleModel() {
    return folder("sample-model", "config.json");
  }

  /** Vectors for the sample model, with the pairs they were made of. */
  public static Path sampleVectors() {
    return folder("sample-vectors", "README.md");
  }

  /** The vector that the sample model starts with. */
  public static Path sampleVector() {
    return sampleVectors().resolve("dense-step-breaks.safetensors");
  }

  /**
   * A folder of the class path as a folder of the file system.
   *
   * @param name its name
   * @param member any file in it
   * @throws FaultException when it is not there or cannot be unpacked
   */
  static Path folder(String name, String member) {
    URL url = EmbeddedFiles.class.getResource("/" + name + "/" + member);
    if (url == null) {
      throw new FaultException("The program was built without its folder " + name + ".");
    }
    try {
      if (url.openConnection() instanceof JarURLConnection jar) {
        return unpacked(jar, name);
      }
      return Path.of(url.toURI()).getParent();
    } catch (IOException e) {
      throw new FaultException(
          "Cannot unpack "
              + name
              + " into "
              + AppFolders.cache()
              + ": "
              + AtomicFiles.reason(e)
              + ".",
          e);
    } catch (URISyntaxException e) {
      throw new FaultException("Cannot find the embedded folder " + name + ".", e);
    }
  }

  private static Path unpacked(JarURLConnection connection, String name) throws IOException {
    connection.setUseCaches(false);
    try (JarFile jar = connection.getJarFile()) {
      Path file = Path.of(jar.getName());
      String version =
          Long.toHexString(Files.getLastModifiedTime(file).toMillis() * 31 + Files.size(file));
      Path target = AppFolders.cache().resolve("embedded").resolve(version).resolve(name);
      if (!Files.isDirectory(target)) {
        Files.createDirectories(target.getParent());
        unpack(jar, name, target);
      }
      return target;
    }
  }

  /** Beside its place and moved there, so that half of it is never taken for the whole. */
  static void unpack(JarFile jar, String name, Path target) throws IOException {
    Path temporary =
        Files.createTempDirectory(target.getParent(), "." + name + "-" + Leftovers.mark() + "-");
    Leftovers.removeOnce(target.getParent(), HALF_UNPACKED);
    try {
      copy(jar, name + "/", temporary);
      publish(temporary, target);
    } catch (IOException e) {
      Folders.remove(temporary);
      throw e;
    }
  }

  private static void copy(JarFile jar, String prefix, Path target) throws IOException {
    try (Stream<JarEntry> entries = jar.stream()) {
      for (JarEntry entry : (Iterable<JarEntry>) entries::iterator) {
        if (entry.getName().startsWith(prefix) && !entry.isDirectory()) {
          Path file = target.resolve(entry.getName().substring(prefix.length()));
          Files.createDirectories(file.getParent());
          try (InputStream in = jar.getInputStream(entry)) {
            Files.copy(in, file);
          }
        }
      }
    }
  }

  /**
   * Another thread or process may have been first: its copy is as good. Systems disagree on which
   * exception says so.
   */
  static void publish(Path temporary, Path target) throws IOException {
    try {
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (!Files.isDirectory(target)) {
        throw e;
      }
      Folders.remove(temporary);
    }
  }
}
