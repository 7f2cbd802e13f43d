package org.densesteer.metrics.answer;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rule by which GSM8K scores are published: the filter {@code flexible-extract} and the metric
 * {@code exact_match} of lm-evaluation-harness (tasks {@code gsm8k} and {@code gsm8k_cot}, version
 * 3; the same in release 0.4.13). The last match of the number pattern, compared as text, so that
 * {@code 18.00} is not {@code 18} and the points of {@code 72...} belong to the number.
 */
final class FlexibleExtract {

  private static final Pattern NUMBER = Pattern.compile("(-?[$0-9.,]{2,})|(-?[0-9]+)");

  private FlexibleExtract() {}

  /** The last match of the number pattern, as it stands there. */
  static Optional<String> predicted(String response) {
    Matcher matcher = NUMBER.matcher(response);
    int start = -1;
    int end = -1;
    while (matcher.find()) {
      start = matcher.start();
      end = matcher.end();
    }
    return start < 0 ? Optional.empty() : Optional.of(response.substring(start, end));
  }

  static boolean same(String predicted, String gold) {
    return clean(predicted).equals(clean(gold));
  }

  /** Without {@code $} and {@code ,}, surrounding space and one final point; in lower case. */
  static String clean(String number) {
    String bare = number.strip().replace("$", "").replace(",", "");
    bare = bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
    return bare.toLowerCase(Locale.ROOT);
  }
}
