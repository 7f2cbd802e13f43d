package org.densesteer.model.torch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * TorchScript source kept as resources beside a class. Names in braces stand for values; comments,
 * from {@code #} to the end of the line, and empty lines are left out.
 */
public final class ProgramText {

  private static final Pattern NAME = Pattern.compile("\\{([a-zA-Z0-9]+)}");
  private static final Pattern WORD = Pattern.compile("_(.)");
  private static final Pattern COMMENT = Pattern.compile("\\s*#.*");

  private final Class<?> home;
  private final Map<String, String> values = new TreeMap<>();

  /** Knows the {@link ScalarType}s by their names in lower case, and nothing else yet. */
  public ProgramText(Class<?> home) {
    this.home = home;
    for (ScalarType type : ScalarType.values()) {
      put(type.name().toLowerCase(Locale.ROOT), type.number());
    }
  }

  /** Gives a name its value: a number, a truth value, or text of any length. */
  public ProgramText put(String name, Object value) {
    String text = String.valueOf(value);
    values.put(name, value instanceof Boolean truth ? truth ? "True" : "False" : text);
    return this;
  }

  /**
   * Gives the constants of an enum their places in it, under their names in camel case: {@code
   * PACKED_} and {@code QKV_BIAS} make {@code packedQkvBias}.
   */
  public ProgramText putPlaces(String prefix, Enum<?>[] constants) {
    for (Enum<?> constant : constants) {
      String words = (prefix + constant.name()).toLowerCase(Locale.ROOT);
      put(
          WORD.matcher(words).replaceAll(m -> m.group(1).toUpperCase(Locale.ROOT)),
          constant.ordinal());
    }
    return this;
  }

  /**
   * A program whose text is a resource with the values that are known by now.
   *
   * @param className name of the module class in the text
   * @param tensorLists the class's {@code List[Tensor]} attributes
   */
  public TorchArchive archive(String className, String resource, List<String> tensorLists) {
    return new TorchArchive(className, filled(resource) + "\n", tensorLists);
  }

  /**
   * A resource with the values that are known by now.
   *
   * @throws IllegalStateException when it is not there or has a name without a value
   */
  public String filled(String resource) {
    String code =
        read(resource)
            .lines()
            .map(line -> COMMENT.matcher(line).replaceFirst(""))
            .filter(line -> !line.isBlank())
            .collect(Collectors.joining("\n"));
    return NAME.matcher(code).replaceAll(m -> Matcher.quoteReplacement(value(m.group(1))));
  }

  private String value(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("the program text has no value for {" + name + "}");
    }
    return value;
  }

  private String read(String resource) {
    try (InputStream in = home.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(
            "the program text " + resource + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
