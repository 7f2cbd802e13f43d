package org.densesteer.ui.common;

import java.util.function.LongSupplier;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;

/**
 * How often what grows is shown anew. A graphics card paints every frame in time. Where the
 * processor paints instead, or a frame came late for the work of the one before, fewer frames are
 * filled, so that the others stay free for the mouse, the keyboard and the model.
 */
public final class Rhythm {

  /** Time from one change of texts to the next where the processor paints. */
  static final long PAINTED_NS = 90_000_000;

  private static final long PAINTED_CHARTS_NS = 480_000_000;

  /** However dear a frame is, text appears eight times a second. */
  private static final long LONGEST_NS = 125_000_000;

  private static final long IN_TIME_NS = 25_000_000;

  /** A frame's work takes at most this part of the time. */
  private static final int SHARE = 4;

  private final LongSupplier nanoTime;
  private final long shortest;
  private long last;
  private long interval;
  private boolean begun;
  private boolean justFilled;

  /**
   * Nothing was shown so far.
   *
   * @param shortest nanoseconds from one change to the next at least
   */
  Rhythm(LongSupplier nanoTime, long shortest) {
    this.nanoTime = nanoTime;
    this.shortest = shortest;
    this.interval = shortest;
  }

  /** For texts of this window. */
  static Rhythm ofWindow() {
    return new Rhythm(System::nanoTime, isPaintedByProcessor() ? PAINTED_NS : 0);
  }

  /** Nanoseconds from one change of charts to the next: two a second where it is dear. */
  public static long chartsNs() {
    return isPaintedByProcessor() ? PAINTED_CHARTS_NS : 0;
  }

  private static boolean isPaintedByProcessor() {
    // JavaFX shows scenes in three dimensions on graphics cards only.
    return !Platform.isSupported(ConditionalFeature.SCENE3D);
  }

  /** A frame begins: whether something is to change in it. */
  boolean due() {
    long now = nanoTime.getAsLong();
    long since = now - last;
    if (justFilled) {
      interval = since > IN_TIME_NS ? Math.min(SHARE * since, LONGEST_NS) : interval * 3 / 4;
      interval = Math.max(shortest, interval);
    }
    justFilled = !begun || since >= interval;
    if (justFilled) {
      begun = true;
      last = now;
    }
    return justFilled;
  }
}
