package org.densesteer.metrics.answer;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A number with what stands around it.
 *
 * @param amount its value, the percent sign left aside
 * @param percent whether it is said in percent
 * @param unit its unit by its common name; empty when it has none that is known
 */
record Measured(Amount amount, boolean percent, String unit) {

  private static final String PERCENT = "\\s*(?:\\\\?%|(?i:\ue000?\\s*per\\s?cent\\s*\ue001?))$";

  /** Reads a spelled text; empty when it is no constant with at most a unit beside it. */
  static Optional<Measured> of(String spelled) {
    String number = spelled.replaceFirst(PERCENT, "");
    boolean percent = !number.equals(spelled);
    Optional<Measured> bare =
        Constants.evaluate(Spelling.plain(number)).map(a -> new Measured(a, percent, ""));
    return bare.isPresent() || percent
        ? bare
        : Units.cut(number)
            .flatMap(
                parts ->
                    Constants.evaluate(Spelling.plain(parts.number()))
                        .map(a -> new Measured(a, false, parts.unit())));
  }

  /** Whether both say the same: 50 % is 50, and it is a half where the other says no percent. */
  boolean same(Measured other) {
    if (!unit.isEmpty() && !other.unit.isEmpty() && !unit.equals(other.unit)) {
      return false;
    }
    return amount.same(other.amount)
        || percent && !other.percent && share().map(other.amount::same).orElse(false)
        || other.percent && !percent && other.share().map(amount::same).orElse(false);
  }

  private Optional<Amount> share() {
    return Amount.of(BigDecimal.valueOf(1, 2)).flatMap(amount::times);
  }
}
