package org.densesteer.chat.jinja;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A macro, or the body of a {@code call} block, with the variables of the place it stands at. */
final class Macro implements Function {

  /** Prints the body with these parameters. */
  @FunctionalInterface
  interface Body {
    /**
     * Runs it.
     *
     * @param parameters given values by name; a parameter that is left out is not in it
     */
    String run(Map<String, Object> parameters);
  }

  private final Statement.MacroDefinition definition;
  private final Body body;

  Macro(Statement.MacroDefinition definition, Body body) {
    this.definition = definition;
    this.body = body;
  }

  @Override
  public Object call(CallArguments arguments) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    Map<String, Object> more = new LinkedHashMap<>(arguments.named());
    List<Statement.Parameter> wanted = definition.parameters();
    int given = Math.min(arguments.positional().size(), wanted.size());
    for (int i = 0; i < wanted.size(); i++) {
      String name = wanted.get(i).name();
      if (i < given) {
        parameters.put(name, arguments.positional().get(i));
      } else if (more.containsKey(name)) {
        parameters.put(name, more.remove(name));
      }
    }
    if (definition.uses("caller")) {
      @Nullable Object caller = more.remove("caller");
      parameters.put("caller", caller == null ? new Undefined("'caller'") : caller);
    }
    List<Object> rest = arguments.positional().subList(given, arguments.positional().size());
    takeRest(parameters, rest, more);
    return body.run(parameters);
  }

  private void takeRest(
      Map<String, Object> parameters, List<Object> rest, Map<String, Object> more) {
    if (definition.uses("kwargs")) {
      parameters.put("kwargs", new LinkedHashMap<Object, Object>(more));
    } else if (!more.isEmpty()) {
      throw fault("has no parameter '" + more.keySet().iterator().next() + "'");
    }
    if (definition.uses("varargs")) {
      parameters.put("varargs", new Tuple(new ArrayList<>(rest)));
    } else if (!rest.isEmpty()) {
      throw fault("is given too many arguments");
    }
  }

  @Override
  public @Nullable Object attribute(String name) {
    return switch (name) {
      case "name" -> definition.name();
      case "arguments" ->
          new Tuple(
              definition.parameters().stream().<Object>map(Statement.Parameter::name).toList());
      case "catch_kwargs" -> definition.uses("kwargs");
      case "catch_varargs" -> definition.uses("varargs");
      case "caller" -> definition.uses("caller");
      default -> null;
    };
  }

  private JinjaException fault(String problem) {
    return new JinjaException(0, "the macro '" + definition.name() + "' " + problem);
  }
}
