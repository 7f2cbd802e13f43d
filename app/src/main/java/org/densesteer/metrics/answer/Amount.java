package org.densesteer.metrics.answer;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The value of a constant expression: an exact quotient where it is one, else the nearest double.
 *
 * @param numerator of the exact value; null where only {@code approximate} is known
 * @param denominator above 0
 * @param approximate the value, finite
 */
record Amount(@Nullable BigInteger numerator, BigInteger denominator, double approximate) {

  /** Exact quotients do not grow beyond this; larger ones are refused, not rounded. */
  private static final int MOST_BITS = 4096;

  private static final double TOLERANCE = 1e-9;

  static Optional<Amount> exact(BigInteger numerator, BigInteger denominator) {
    if (denominator.signum() == 0
        || Math.max(numerator.bitLength(), denominator.bitLength()) > MOST_BITS) {
      return Optional.empty();
    }
    BigInteger divisor = numerator.gcd(denominator);
    divisor = denominator.signum() < 0 ? divisor.negate() : divisor;
    BigInteger top = numerator.divide(divisor);
    BigInteger bottom = denominator.divide(divisor);
    double nearest =
        new BigDecimal(top)
            .divide(new BigDecimal(bottom), java.math.MathContext.DECIMAL64)
            .doubleValue();
    return Double.isFinite(nearest)
        ? Optional.of(new Amount(top, bottom, nearest))
        : Optional.empty();
  }

  static Optional<Amount> of(BigDecimal number) {
    return number.scale() >= 0
        ? exact(number.unscaledValue(), BigInteger.TEN.pow(number.scale()))
        : exact(number.toBigInteger(), BigInteger.ONE);
  }

  static Optional<Amount> rounded(double value) {
    return Double.isFinite(value)
        ? Optional.of(new Amount(null, BigInteger.ONE, value))
        : Optional.empty();
  }

  Optional<Amount> plus(Amount other) {
    BigInteger left = numerator;
    BigInteger right = other.numerator;
    return left == null || right == null
        ? rounded(approximate + other.approximate)
        : exact(
            left.multiply(other.denominator).add(right.multiply(denominator)),
            denominator.multiply(other.denominator));
  }

  Optional<Amount> times(Amount other) {
    BigInteger left = numerator;
    BigInteger right = other.numerator;
    return left == null || right == null
        ? rounded(approximate * other.approximate)
        : exact(left.multiply(right), denominator.multiply(other.denominator));
  }

  Optional<Amount> over(Amount other) {
    BigInteger left = numerator;
    BigInteger right = other.numerator;
    if (other.approximate == 0) {
      return Optional.empty();
    }
    return left == null || right == null
        ? rounded(approximate / other.approximate)
        : exact(left.multiply(other.denominator), denominator.multiply(right));
  }

  Optional<Amount> negated() {
    return numerator == null ? rounded(-approximate) : exact(numerator.negate(), denominator);
  }

  /** Raised to a power; exact for whole exponents of moderate size. */
  Optional<Amount> power(Amount exponent) {
    BigInteger top = numerator;
    BigInteger times = exponent.numerator;
    boolean whole = times != null && exponent.denominator.equals(BigInteger.ONE);
    if (top == null || !whole || times == null || times.bitLength() > 12) {
      return rounded(Math.pow(approximate, exponent.approximate));
    }
    int n = times.intValueExact();
    int size = Math.max(top.bitLength(), denominator.bitLength());
    if ((long) size * Math.abs(n) > MOST_BITS || top.signum() == 0 && n < 0) {
      return Optional.empty();
    }
    return n >= 0 ? exact(top.pow(n), denominator.pow(n)) : exact(denominator.pow(-n), top.pow(-n));
  }

  /** The square root; exact where it is a quotient. */
  Optional<Amount> root() {
    BigInteger top = numerator;
    if (approximate < 0) {
      return Optional.empty();
    }
    if (top != null) {
      BigInteger[] above = top.sqrtAndRemainder();
      BigInteger[] below = denominator.sqrtAndRemainder();
      if (above[1].signum() == 0 && below[1].signum() == 0) {
        return exact(above[0], below[0]);
      }
    }
    return rounded(Math.sqrt(approximate));
  }

  /** Exact values are the same or not; others are where they agree to nine digits. */
  boolean same(Amount other) {
    if (numerator != null && other.numerator != null) {
      return numerator.equals(other.numerator) && denominator.equals(other.denominator);
    }
    double size = Math.max(1, Math.max(Math.abs(approximate), Math.abs(other.approximate)));
    return Math.abs(approximate - other.approximate) <= TOLERANCE * size;
  }
}
