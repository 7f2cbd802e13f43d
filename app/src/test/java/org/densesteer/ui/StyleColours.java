package org.densesteer.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The colours that style sheets name, of AtlantaFX's theme and of the window's own sheets. */
final class StyleColours {

  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^}]*)}");
  private static final Pattern DECLARATION = Pattern.compile("(-[\\w-]+)\\s*:\\s*([^;]+);");
  private static final Path SHEETS = Path.of("styles");

  private final Map<String, String> named = new HashMap<>();

  /** The names of a theme. */
  StyleColours(boolean dark) {
    String theme = "/atlantafx/base/theme/primer-" + (dark ? "dark" : "light") + ".css";
    try (InputStream in = StyleColours.class.getResourceAsStream(theme)) {
      read(new String(in.readAllBytes(), StandardCharsets.UTF_8), List.of(".root"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    sheets().forEach(sheet -> read(sheet, List.of(".root")));
    if (dark) {
      sheets().forEach(sheet -> read(sheet, List.of(".root.dark")));
    }
  }

  private static List<String> sheets() {
    try (Stream<Path> files = Files.list(SHEETS)) {
      List<String> texts = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".css")).sorted().toList()) {
        texts.add(COMMENT.matcher(Files.readString(file)).replaceAll(""));
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(String sheet, List<String> selectors) {
    RULE.matcher(sheet)
        .results()
        .filter(
            rule ->
                Arrays.stream(rule.group(1).split(","))
                    .map(String::strip)
                    .anyMatch(selectors::contains))
        .flatMap(rule -> DECLARATION.matcher(rule.group(2)).results())
        .forEach(each -> named.put(each.group(1), each.group(2).strip()));
  }

  /** What the window's own sheets give a property anywhere, such as {@code -fx-text-fill}. */
  static TreeSet<String> valuesOf(String property) {
    TreeSet<String> values = new TreeSet<>();
    for (String sheet : sheets()) {
      RULE.matcher(sheet)
          .results()
          .flatMap(rule -> DECLARATION.matcher(rule.group(2)).results())
          .filter((MatchResult each) -> each.group(1).equals(property))
          .forEach(each -> values.add(each.group(2).strip()));
    }
    return values;
  }

  /** Red, green, blue in 0..255 and opacity in 0..1. */
  double[] colour(String value) {
    String found = value;
    for (int hops = 0; found.startsWith("-"); hops++) {
      String next = named.get(found);
      if (next == null || hops > 20) {
        throw new AssertionError("No style sheet says what colour " + found + " is");
      }
      found = next;
    }
    if (found.startsWith("#")) {
      int rgb = Integer.parseInt(found.substring(1), 16);
      return new double[] {rgb >> 16, rgb >> 8 & 255, rgb & 255, 1};
    }
    double[] parts =
        Arrays.stream(found.replaceAll("rgba?\\(|\\)", "").split(","))
            .mapToDouble(part -> Double.parseDouble(part.strip()))
            .toArray();
    return parts.length == 4 ? parts : new double[] {parts[0], parts[1], parts[2], 1};
  }

  /** A surface of several colours on top of each other, the lowest first. */
  double[] surface(String layers) {
    double[] seen = {255, 255, 255, 1};
    for (String layer : layers.split(" \\+ ")) {
      seen = over(colour(layer), seen);
    }
    return seen;
  }

  private static double[] over(double[] top, double[] below) {
    double[] mixed = {0, 0, 0, 1};
    for (int i = 0; i < 3; i++) {
      mixed[i] = top[i] * top[3] + below[i] * (1 - top[3]);
    }
    return mixed;
  }

  /** Contrast of an ink on a surface, 1 to 21 (WCAG 2.2, "contrast ratio"). */
  double contrast(String ink, String layers) {
    double[] surface = surface(layers);
    double one = luminance(over(colour(ink), surface));
    double other = luminance(surface);
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  }

  private static double luminance(double[] colour) {
    return 0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2]);
  }

  private static double linear(double channel) {
    double c = channel / 255;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
