package org.densesteer.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The physical memory of each step of a measurement. */
public final class MemorySteps {

  private final List<Step> steps = new ArrayList<>();
  private long most;

  /**
   * What a step took. Bytes of physical memory of this process; null where the system does not
   * tell.
   *
   * @param step what was done
   * @param beforeBytes held when it began
   * @param afterBytes held when it ended
   * @param peakBytes most held at once in between
   */
  public record Step(
      String step,
      @Nullable Long beforeBytes,
      @Nullable Long afterBytes,
      @Nullable Long peakBytes) {}

  /** Does a step. */
  public <T> T during(String step, Supplier<T> job) {
    keepMost();
    PeakMemory.restart();
    Long before = now();
    T result = job.get();
    steps.add(new Step(step, before, now(), orNull(PeakMemory.bytes())));
    keepMost();
    return result;
  }

  /** Does a step that gives nothing. */
  public void during(String step, Runnable job) {
    during(
        step,
        () -> {
          job.run();
          return true;
        });
  }

  private void keepMost() {
    most = Math.max(most, PeakMemory.bytes().orElse(0));
  }

  /** All steps so far, in order. */
  public List<Step> all() {
    return List.copyOf(steps);
  }

  /** Most ever held, or null where the system does not tell. */
  public @Nullable Long most() {
    keepMost();
    return most == 0 ? null : most;
  }

  /** Held now, or null where the system does not tell. */
  public @Nullable Long now() {
    return orNull(PeakMemory.residentBytes());
  }

  private static @Nullable Long orNull(OptionalLong bytes) {
    return bytes.isPresent() ? bytes.getAsLong() : null;
  }
}
