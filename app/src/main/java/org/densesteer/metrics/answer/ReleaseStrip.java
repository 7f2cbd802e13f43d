package org.densesteer.metrics.answer;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code strip_string} of the MATH data set's release, step by step in its order. */
final class ReleaseStrip {

  private static final String FRAC = "\\frac";
  private static final String SQRT = "\\sqrt";
  private static final String UNIT = "\\text{ ";
  private static final Pattern QUOTIENT = Pattern.compile("(0|-?[1-9]\\d*)/(0|-?[1-9]\\d*)");

  private ReleaseStrip() {}

  /** The stripped text; empty where the release's code raises an error. */
  static Optional<String> of(String latex) {
    String text =
        latex
            .replace("\n", "")
            .replace("\\!", "")
            .replace("\\\\", "\\")
            .replace("tfrac", "frac")
            .replace("dfrac", "frac")
            .replace("\\left", "")
            .replace("\\right", "")
            .replace("^{\\circ}", "")
            .replace("^\\circ", "")
            .replace("\\$", "");
    int unit = text.indexOf(UNIT);
    if (unit >= 0) {
      if (text.indexOf(UNIT, unit + UNIT.length()) >= 0) {
        return Optional.empty();
      }
      text = text.substring(0, unit);
    }
    text = text.replace("\\%", "").replace(" .", " 0.").replace("{.", "{0.");
    if (text.isEmpty()) {
      return Optional.of(text);
    }
    text = text.startsWith(".") ? "0" + text : text;
    int equals = text.indexOf('=');
    if (equals >= 0 && equals <= 2 && text.indexOf('=', equals + 1) < 0) {
      text = text.substring(equals + 1);
    }
    return braceRoots(text)
        .flatMap(rooted -> braceFractions(rooted.replace(" ", "")))
        .map(braced -> braced.equals("0.5") ? "\\frac{1}{2}" : braced)
        .map(ReleaseStrip::quotient);
  }

  private static Optional<String> braceRoots(String text) {
    String[] parts = text.split(Pattern.quote(SQRT), -1);
    StringBuilder out = new StringBuilder(parts[0]);
    for (int i = 1; i < parts.length; i++) {
      if (parts[i].isEmpty()) {
        return Optional.empty();
      }
      int first = parts[i].offsetByCodePoints(0, 1);
      if (parts[i].startsWith("{")) {
        out.append(SQRT).append(parts[i]);
      } else {
        out.append(SQRT).append('{').append(parts[i], 0, first).append('}');
        out.append(parts[i], first, parts[i].length());
      }
    }
    return Optional.of(out.toString());
  }

  private static Optional<String> braceFractions(String text) {
    String[] parts = text.split(Pattern.quote(FRAC), -1);
    StringBuilder out = new StringBuilder(parts[0]);
    for (int i = 1; i < parts.length; i++) {
      String part = parts[i];
      if (part.isEmpty()) {
        return Optional.empty();
      }
      out.append(FRAC);
      if (part.startsWith("{")) {
        out.append(part);
        continue;
      }
      if (part.codePointCount(0, part.length()) < 2) {
        return Optional.of(text);
      }
      int first = part.offsetByCodePoints(0, 1);
      int second = part.offsetByCodePoints(first, 1);
      String denominator = part.substring(first, second);
      out.append('{').append(part, 0, first).append('}');
      out.append(denominator.equals("{") ? "{" : "{" + denominator + "}");
      out.append(part, second, part.length());
    }
    return Optional.of(out.toString());
  }

  private static String quotient(String text) {
    Matcher quotient = QUOTIENT.matcher(text);
    return quotient.matches()
        ? FRAC + "{" + quotient.group(1) + "}{" + quotient.group(2) + "}"
        : text;
  }
}
