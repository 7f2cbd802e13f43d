package org.densesteer.ui.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.densesteer.common.Texts;

/**
 * The sizes of pictures that style sheets say in pixels, at another size of text. An icon is text
 * of its own font, so that an em of it would be its own size and grow with every look at it.
 */
final class IconSizes {

  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);

  private static final Pattern RULE =
      Pattern.compile("([^{}]+)\\{[^{}]*-fx-icon-size:\\s*([0-9]+)px");

  private record Rule(String selector, int pixels) {}

  private final List<Rule> rules = new ArrayList<>();

  /** Takes the sizes of a style sheet. */
  void read(URL sheet) {
    try (InputStream stream = sheet.openStream()) {
      add(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void add(String css) {
    RULE.matcher(COMMENT.matcher(css).replaceAll(""))
        .results()
        .map(IconSizes::rule)
        .forEach(rules::add);
  }

  private static Rule rule(MatchResult match) {
    return new Rule(match.group(1).strip(), Integer.parseInt(match.group(2)));
  }

  /** The same rules, in their order, {@code scale} times as large. */
  String css(double scale) {
    StringBuilder css = new StringBuilder();
    for (Rule rule : rules) {
      css.append(
          Texts.of(
              "%s { -fx-icon-size: %dpx; }%n", rule.selector(), Math.round(rule.pixels() * scale)));
    }
    return css.toString();
  }
}
