package org.densesteer.metrics.answer;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Evaluates a constant in LaTeX or plain text: numbers, fractions, roots, powers, π, mixed numbers,
 * repeating decimals, sums and products. Anything with an unknown in it is no constant.
 */
final class Constants {

  private static final int DEEPEST = 40;
  private static final int MOST_DIGITS = 400;
  private static final Pattern DIGIT = Pattern.compile("\\d");
  private static final Pattern WHOLE = Pattern.compile("-?\\d+");
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d*)?|\\.\\d+");
  private static final Pattern REPEATING =
      Pattern.compile("(\\d*\\.\\d*)\\\\(?:overline|bar)\\s*\\{(\\d+)\\}");
  private static final Pattern GROUPED =
      Pattern.compile("(?:" + Thousands.GROUPED + ")(?:\\.\\d+)?");
  private static final Pattern FRACTION_OF_DIGITS =
      Pattern.compile(
          "\\\\frac\\s*(?:\\{\\s*\\d+\\s*\\}|\\d)\\s*(?:\\{\\s*\\d+\\s*\\}|\\d)(?![\\d^])"
              + "|\\d+\\s*/\\s*\\d+(?![\\d^.])");
  private static final Pattern EXPONENT = Pattern.compile("(?<=[\\d.])[eE][-+]?\\d{1,4}(?![\\w.])");

  private final TextCursor text;
  private int depth;
  private int parentheses;

  private Constants(String spelled) {
    text = new TextCursor(spelled);
  }

  /** The value of a spelled text; empty when it is no constant. */
  static Optional<Amount> evaluate(String spelled) {
    Constants constants = new Constants(spelled);
    Optional<Amount> value = constants.sum();
    return value.filter(v -> constants.text.atEnd());
  }

  private Optional<Amount> sum() {
    if (++depth > DEEPEST) {
      return Optional.empty();
    }
    Optional<Amount> total = product();
    while (total.isPresent() && (text.peek('+') || text.peek('-'))) {
      boolean minus = text.next() == '-';
      Amount left = total.get();
      total = product().flatMap(v -> minus ? v.negated() : Optional.of(v)).flatMap(left::plus);
    }
    depth--;
    return total;
  }

  private Optional<Amount> product() {
    Optional<Amount> total = signed();
    while (total.isPresent()) {
      Amount left = total.get();
      if (text.sign('*') || text.command("\\cdot") || text.command("\\times")) {
        total = signed().flatMap(left::times);
      } else if (text.sign('/') || text.command("\\div")) {
        total = signed().flatMap(left::over);
      } else if (text.peek('(') || text.peek('{') || text.peek('\\')) {
        total = power().flatMap(left::times);
      } else {
        return total;
      }
    }
    return total;
  }

  private Optional<Amount> signed() {
    if (text.peek('-') || text.peek('+')) {
      boolean minus = text.next() == '-';
      return signed().flatMap(value -> minus ? value.negated() : Optional.of(value));
    }
    return power();
  }

  private Optional<Amount> power() {
    Optional<Amount> base = atom();
    if (base.isEmpty() || !text.sign('^')) {
      return base;
    }
    // 10^12 is a 1 raised and a 2 beside it to LaTeX, but to nobody who writes it.
    Optional<String> digits = text.take(WHOLE);
    return digits
        .flatMap(n -> Amount.of(new BigDecimal(n)))
        .or(this::argument)
        .flatMap(base.get()::power);
  }

  private Optional<Amount> atom() {
    if (text.command("\\frac")) {
      return argument().flatMap(top -> argument().flatMap(top::over));
    }
    if (text.command("\\sqrt")) {
      return text.peek('[') ? anyRoot() : argument().flatMap(Amount::root);
    }
    if (text.command("\\pi")) {
      return Amount.rounded(Math.PI);
    }
    if (text.peek('(')) {
      return enclosed(')');
    }
    if (text.peek('{')) {
      return enclosed('}');
    }
    return number();
  }

  private Optional<Amount> anyRoot() {
    Optional<Amount> index = enclosed(']');
    return argument()
        .flatMap(
            value ->
                index.flatMap(
                    n ->
                        value.approximate() < 0
                            ? Optional.empty()
                            : Amount.rounded(Math.pow(value.approximate(), 1 / n.approximate()))));
  }

  private Optional<Amount> enclosed(char closing) {
    text.next();
    parentheses++;
    Optional<Amount> value = sum();
    parentheses--;
    return text.sign(closing) ? value : Optional.empty();
  }

  /** In braces, or one character, as LaTeX takes it. */
  private Optional<Amount> argument() {
    if (text.peek('{')) {
      return enclosed('}');
    }
    if (text.peek('\\') || text.peek('(')) {
      return atom();
    }
    if (text.sign('-')) {
      return argument().flatMap(Amount::negated);
    }
    return text.take(DIGIT).flatMap(digit -> Amount.of(new BigDecimal(digit)));
  }

  private Optional<Amount> number() {
    Optional<String> repeating = text.take(REPEATING);
    if (repeating.isPresent()) {
      return repeating(repeating.get());
    }
    // Within parentheses a comma stands between two numbers.
    Optional<String> digits = parentheses == 0 ? text.take(GROUPED) : Optional.empty();
    digits = digits.or(() -> text.take(NUMBER));
    if (digits.isEmpty() || digits.get().length() > MOST_DIGITS) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(digits.get().replace(",", ""));
    Optional<String> exponent = text.take(EXPONENT);
    if (exponent.isPresent()) {
      int power = Integer.parseInt(exponent.get().substring(1));
      return Math.abs(power) > MOST_DIGITS
          ? Optional.empty()
          : Amount.of(number.scaleByPowerOfTen(power));
    }
    Optional<Amount> whole = Amount.of(number);
    return digits.get().contains(".") ? whole : mixed(whole);
  }

  /** A whole number and the fraction behind it: {@code 2\frac{1}{2}} and {@code 2 1/2} are 2.5. */
  private Optional<Amount> mixed(Optional<Amount> whole) {
    return text.takeIf(FRACTION_OF_DIGITS, part -> evaluate(part).filter(v -> v.approximate() < 1))
        .map(part -> whole.flatMap(part::plus))
        .orElse(whole);
  }

  private static Optional<Amount> repeating(String text) {
    Matcher matcher = REPEATING.matcher(text);
    if (!matcher.matches() || text.length() > MOST_DIGITS) {
      return Optional.empty();
    }
    String start = matcher.group(1);
    int places = start.length() - start.indexOf('.') - 1;
    BigInteger nines = BigInteger.TEN.pow(matcher.group(2).length()).subtract(BigInteger.ONE);
    return Amount.of(new BigDecimal(start.startsWith(".") ? "0" + start + "0" : start + "0"))
        .flatMap(
            whole ->
                Amount.exact(
                        new BigInteger(matcher.group(2)),
                        nines.multiply(BigInteger.TEN.pow(places)))
                    .flatMap(whole::plus));
  }
}
