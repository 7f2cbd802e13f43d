package org.densesteer.chat.jinja;

import java.util.List;
import java.util.Map;
import org.densesteer.common.Texts;

/**
 * The values a function, filter or test is called with, its subject left out.
 *
 * @param positional those without a name
 * @param named those with one
 */
record CallArguments(List<Object> positional, Map<String, Object> named) {

  static final CallArguments NONE = new CallArguments(List.of(), Map.of());

  /** Refuses more arguments, and names of others, than these. */
  CallArguments allow(String... names) {
    if (positional.size() > names.length) {
      throw new JinjaException(
          0,
          Texts.of(
              "%d arguments are given where at most %d can be", positional.size(), names.length));
    }
    List<String> known = List.of(names);
    for (String name : named.keySet()) {
      int place = known.indexOf(name);
      if (place < 0) {
        throw new JinjaException(0, "there is no argument '" + name + "'");
      }
      if (place < positional.size()) {
        throw new JinjaException(0, "the argument '" + name + "' is given twice");
      }
    }
    return this;
  }

  /** The value at a place or under a name. */
  Object get(int index, String name, Object otherwise) {
    if (index < positional.size()) {
      return positional.get(index);
    }
    return named.getOrDefault(name, otherwise);
  }

  /** The value at a place or under a name, which must be there. */
  Object require(int index, String name) {
    Object value = get(index, name, Undefined.PLAIN);
    if (value == Undefined.PLAIN) {
      throw new JinjaException(0, "the argument '" + name + "' is missing");
    }
    return value;
  }

  String string(int index, String name, String otherwise) {
    Object value = get(index, name, otherwise);
    String text = Values.text(value);
    if (text != null) {
      return text;
    }
    throw new JinjaException(0, "the argument '" + name + "' is not a string");
  }

  String requireString(int index, String name) {
    require(index, name);
    return string(index, name, "");
  }

  long integer(int index, String name, long otherwise) {
    Object value = get(index, name, otherwise);
    if (value instanceof Long || value instanceof Boolean) {
      return Arithmetic.whole(value);
    }
    throw new JinjaException(0, "the argument '" + name + "' is not a whole number");
  }

  boolean flag(int index, String name, boolean otherwise) {
    return Values.isTrue(get(index, name, otherwise));
  }

  /** The arguments after the first one. */
  CallArguments rest() {
    return new CallArguments(
        positional.isEmpty() ? positional : positional.subList(1, positional.size()), named);
  }
}
