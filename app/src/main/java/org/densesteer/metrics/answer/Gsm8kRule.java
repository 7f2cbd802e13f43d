package org.densesteer.metrics.answer;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The GSM8K rule: the answer is the last number of the response (the "flexible" extraction of
 * lm-evaluation-harness, which the DenseSteer authors use).
 */
final class Gsm8kRule {

  /** What stands before the number in a full GSM8K gold answer. */
  static final String MARK = "####";

  private static final Pattern NUMBER = Pattern.compile("(-?[$0-9.,]{2,})|(-?[0-9]+)");

  private Gsm8kRule() {}

  /** The gold number: what follows the last {@code ####}, or the whole text without one. */
  static String gold(String gold) {
    int mark = gold.lastIndexOf(MARK);
    return clean(mark < 0 ? gold : gold.substring(mark + MARK.length()));
  }

  /** The last match of the number pattern, cleaned. */
  static Optional<String> predicted(String response) {
    Matcher matcher = NUMBER.matcher(response);
    int start = -1;
    int end = -1;
    while (matcher.find()) {
      start = matcher.start();
      end = matcher.end();
    }
    return start < 0 ? Optional.empty() : Optional.of(clean(response.substring(start, end)));
  }

  /** Compared as text and then as numbers. */
  static boolean same(String predicted, String gold) {
    return predicted.equals(gold) || Decimal.same(predicted, gold);
  }

  /** Without {@code $} and {@code ,}, surrounding space and one final point. */
  static String clean(String number) {
    String bare = number.strip().replace("$", "").replace(",", "");
    return bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
  }
}
