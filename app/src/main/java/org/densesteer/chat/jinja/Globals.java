package org.densesteer.chat.jinja;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The functions every template can call, transformers' two among them. */
final class Globals {

  /** Longest {@code range}, as in Jinja's sandbox. */
  private static final long LONGEST_RANGE = 100_000;

  private Globals() {}

  static Scope scope(Clock clock) {
    Scope scope = new Scope(null);
    scope.set("raise_exception", (Function) Globals::raise);
    scope.set("strftime_now", (Function) arguments -> now(clock, arguments));
    scope.set("namespace", (Function) arguments -> new Namespace(entries(arguments)));
    scope.set("dict", (Function) Globals::entries);
    scope.set("range", (Function) Globals::range);
    return scope;
  }

  private static Object raise(CallArguments arguments) {
    throw new RefusedException(0, arguments.get(0, "message", "").toString());
  }

  private static Object now(Clock clock, CallArguments arguments) {
    return Strftime.format(arguments.requireString(0, "format"), ZonedDateTime.now(clock));
  }

  private static Map<Object, Object> entries(CallArguments arguments) {
    Map<Object, Object> entries = new LinkedHashMap<>();
    if (arguments.get(0, "", None.NONE) instanceof Map<?, ?> start) {
      entries.putAll(start);
    }
    entries.putAll(arguments.named());
    return entries;
  }

  private static Object range(CallArguments arguments) {
    boolean single = arguments.positional().size() == 1;
    long start = single ? 0 : arguments.integer(0, "start", 0);
    long stop = arguments.integer(single ? 0 : 1, "stop", 0);
    long step = arguments.integer(2, "step", 1);
    if (step == 0) {
      throw new JinjaException(0, "the step of a range is 0");
    }
    List<Object> numbers = new ArrayList<>();
    for (long i = start; step > 0 ? i < stop : i > stop; i += step) {
      numbers.add(i);
      if (numbers.size() > LONGEST_RANGE) {
        throw new JinjaException(0, "a range has more than " + LONGEST_RANGE + " numbers");
      }
    }
    return numbers;
  }
}
