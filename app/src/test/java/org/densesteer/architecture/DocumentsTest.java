package org.densesteer.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents name, exists. */
class DocumentsTest {

  private static final Path CODE = Path.of("app/src/main/java/org/densesteer");
  private static final Path TOUR = Path.of("app/docs/tour.md");
  private static final Pattern NAMED = Pattern.compile("`([^`]+)`");
  private static final Pattern CLASS = Pattern.compile("([A-Z]\\w*)(?:\\.([a-z]\\w*))?");
  private static final Pattern PACKAGE = Pattern.compile("[a-z]+(\\.[a-z]+)*");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)`");

  @Test
  void everyClassAndPackageOfTheTourExists() throws IOException {
    Map<String, String> sources = sources();
    List<String> named = names(NAMED, Files.readString(TOUR));
    assertTrue(named.size() > 80, "The tour names " + named.size() + " things");
    List<String> ghosts =
        named.stream().filter(name -> !isClass(name, sources) && !isElsewhere(name)).toList();
    assertEquals(List.of(), ghosts);
  }

  private static boolean isClass(String name, Map<String, String> sources) {
    var parts = CLASS.matcher(name);
    if (!parts.matches()) {
      return false;
    }
    String source = sources.getOrDefault(parts.group(1), "");
    return parts.group(2) == null
        ? !source.isEmpty()
        : Pattern.compile("\\b" + parts.group(2) + "\\(").matcher(source).find();
  }

  /** Packages, the program text, and shapes of arrays. */
  private static boolean isElsewhere(String name) {
    return PACKAGE.matcher(name).matches() && isPackage(name)
        || Files.exists(resources().resolve("model/decoder").resolve(name))
        || name.startsWith("[")
        || name.equals("org.densesteer");
  }

  @Test
  void theReadmeListsThePackagesFromTheBottomToTheTop() throws IOException {
    assertEquals(
        Stream.concat(LayersTest.LAYERS.stream(), LayersTest.FRONTS.stream()).toList(),
        names(ROW, chapter()).stream().filter(DocumentsTest::isPackage).toList());
  }

  @Test
  void whatTheReadmeSaysToLieSomewhereDoes() throws IOException {
    List<String> ghosts =
        names(NAMED, chapter()).stream()
            .filter(name -> !name.equals("org.densesteer"))
            .filter(name -> !isPackage(name) && !Files.exists(Path.of(name)))
            .filter(name -> !Files.exists(Path.of("app/src/test/java/org/densesteer", name)))
            .toList();
    assertEquals(List.of(), ghosts);
  }

  @Test
  void everyLayerHasAPackage() {
    assertEquals(List.of(), LayersTest.LAYERS.stream().filter(layer -> !isPackage(layer)).toList());
    assertEquals(List.of(), LayersTest.FRONTS.stream().filter(front -> !isPackage(front)).toList());
  }

  private static boolean isPackage(String name) {
    return Files.isDirectory(CODE.resolve(name.replace('.', '/')));
  }

  private static Path resources() {
    return Path.of("app/src/main/resources/org/densesteer");
  }

  private static String chapter() throws IOException {
    return Arrays.stream(Files.readString(Path.of("README.md")).split("(?m)^## "))
        .filter(chapter -> chapter.startsWith("Where things lie"))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> names(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult result) -> result.group(1)).toList();
  }

  /** The text of every class by its simple name. */
  private static Map<String, String> sources() throws IOException {
    try (Stream<Path> tree = Files.walk(CODE)) {
      return tree.filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("package-info.java"))
          .collect(
              Collectors.toMap(
                  file -> file.getFileName().toString().replace(".java", ""),
                  DocumentsTest::text,
                  (one, other) -> one + other));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
