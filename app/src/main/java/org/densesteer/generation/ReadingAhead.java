package org.densesteer.generation;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.densesteer.common.Cancellation;
import org.densesteer.model.decoder.PromptWatch;
import org.jspecify.annotations.Nullable;

/**
 * The prompt that is read before anybody asked for its answer, and the runs that wait behind it. It
 * gives way to another prompt unless a run waits for it, and ends when a run that waits is
 * cancelled. For any thread.
 */
final class ReadingAhead {

  private record Reading(int[] ids, Cancellation cancellation) {}

  private record Waiting(int[] ids, RunControl control, ReadingWatch watch) {}

  private final AtomicReference<@Nullable Reading> last = new AtomicReference<>();
  private final Map<RunControl, Waiting> runs = new ConcurrentHashMap<>();

  /** Begins with a prompt; the answer looks on while it is read. */
  PromptWatch begin(int[] ids) {
    Reading reading = new Reading(ids, new Cancellation());
    Reading before = last.getAndSet(reading);
    if (before != null && !Arrays.equals(before.ids(), ids)) {
      giveWay(before);
    }
    return (tokens, all) -> {
      reading.cancellation().check();
      for (Waiting run : runs.values()) {
        run.control().cancellation().check();
        if (Arrays.equals(run.ids(), ids)) {
          run.watch().read(tokens, all);
        }
      }
    };
  }

  /** A run of a prompt waits, or is under way. */
  void add(int[] ids, RunListener listener, RunControl control) {
    runs.put(
        control, new Waiting(ids, control, new ReadingWatch(listener, control.cancellation())));
    Reading reading = last.get();
    if (reading != null) {
      giveWay(reading);
    }
  }

  /** Ends a reading that no run waits for. */
  private void giveWay(Reading reading) {
    if (runs.values().stream().noneMatch(run -> Arrays.equals(run.ids(), reading.ids()))) {
      reading.cancellation().request();
    }
  }

  /** The run is over. */
  void remove(RunControl control) {
    runs.remove(control);
  }

  /** Stops every run. */
  void cancelRuns() {
    runs.keySet().forEach(RunControl::cancel);
  }
}
