package org.densesteer.hub;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A failure that may pass when the same thing is tried again. The message is a clause. */
final class TransientFault extends IOException {

  private final @Nullable Duration retryAfter;

  TransientFault(String clause) {
    this(clause, null, null);
  }

  TransientFault(String clause, @Nullable Duration retryAfter, @Nullable Throwable cause) {
    super(clause, cause);
    this.retryAfter = retryAfter;
  }

  /** How long the server asks to wait. */
  Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /** Always present: set by the constructors. */
  String clause() {
    return String.valueOf(getMessage());
  }
}
