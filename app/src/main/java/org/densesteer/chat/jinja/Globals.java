package org.densesteer.chat.jinja;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The functions every template can call, transformers' two among them. */
final class Globals {

  private Globals() {}

  static Scope scope(Clock clock, Budget budget) {
    Scope scope = new Scope(null);
    set(scope, "raise_exception", arguments -> raise(arguments.allow("message"), budget));
    set(scope, "strftime_now", arguments -> now(clock, arguments.allow("format"), budget));
    set(scope, "namespace", arguments -> new Namespace(entries(arguments, budget)));
    set(scope, "dict", arguments -> entries(arguments, budget));
    set(scope, "range", Globals::range);
    set(scope, "joiner", arguments -> new Joiner(arguments.allow("sep").get(0, "sep", ", ")));
    set(scope, "cycler", arguments -> new Cycler(List.copyOf(positional(arguments))));
    set(scope, "lipsum", Globals::lipsum);
    set(scope, "self", Globals::self);
    return scope;
  }

  private static void set(Scope scope, String name, Function function) {
    scope.set(name, function);
  }

  private static Object raise(CallArguments arguments, Budget budget) {
    throw new RefusedException(0, PythonText.str(arguments.require(0, "message"), budget));
  }

  private static Object lipsum(CallArguments arguments) {
    throw new JinjaException(0, "'lipsum', whose text is random, is not supported");
  }

  private static Object self(CallArguments arguments) {
    throw new JinjaException(0, "'self' cannot be called");
  }

  private static Object now(Clock clock, CallArguments arguments, Budget budget) {
    String format = arguments.requireString(0, "format");
    return Strftime.format(format, ZonedDateTime.now(clock), budget);
  }

  private static Map<Object, Object> entries(CallArguments arguments, Budget budget) {
    if (arguments.positional().size() > 1) {
      throw new JinjaException(0, "a mapping is made from one value, not from several");
    }
    Map<Object, Object> entries =
        arguments.positional().isEmpty()
            ? new LinkedHashMap<>()
            : Dicts.of(arguments.positional().get(0), budget);
    entries.putAll(arguments.named());
    return entries;
  }

  private static List<Object> positional(CallArguments arguments) {
    if (!arguments.named().isEmpty()) {
      throw new JinjaException(0, "the arguments of this function have no names");
    }
    return arguments.positional();
  }

  private static Object range(CallArguments arguments) {
    int count = positional(arguments).size();
    if (count < 1 || count > 3) {
      throw new JinjaException(0, "'range' takes one to three numbers");
    }
    boolean single = count == 1;
    return Range.of(
        single ? 0 : arguments.integer(0, "start", 0),
        arguments.integer(single ? 0 : 1, "stop", 0),
        arguments.integer(2, "step", 1));
  }
}
