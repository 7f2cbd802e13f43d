package org.densesteer.model.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import org.densesteer.common.FaultException;
import org.densesteer.common.Json;
import org.densesteer.common.Texts;

/**
 * The values of a {@code config.json}, or of an object in it, checked as they are taken.
 *
 * @param node the object
 * @param file the file, for sentences
 */
record ConfigValues(JsonNode node, Path file) {

  /** No dimension of any model comes near; products of two fit into 64 bits. */
  static final int LARGEST = 1 << 28;

  private static final long MAX_JSON_BYTES = 16L << 20;

  /**
   * Reads a JSON file of modest size.
   *
   * @throws FaultException when it cannot be read, or holds no object
   */
  static ConfigValues read(Path file) {
    return new ConfigValues(Json.read(file, MAX_JSON_BYTES), file);
  }

  /** An object in this one; empty where there is none. */
  ConfigValues object(String name) {
    JsonNode inner = node.path(name);
    if (!inner.isObject() && node.hasNonNull(name)) {
      throw refuse(name + " must be an object, not " + inner);
    }
    return new ConfigValues(inner.isObject() ? inner : JsonNodeFactory.instance.objectNode(), file);
  }

  boolean isEmpty() {
    return node.isEmpty();
  }

  boolean has(String name) {
    return node.hasNonNull(name);
  }

  String text(String name, String otherwise) {
    return has(name) ? node.get(name).asText() : otherwise;
  }

  boolean flag(String name, boolean otherwise) {
    return has(name) ? node.get(name).asBoolean() : otherwise;
  }

  /** A positive number. */
  double number(String name, double otherwise) {
    if (!has(name)) {
      return otherwise;
    }
    double value = numberOrZero(name);
    if (value == 0) {
      throw refuse(name + " must be a positive number, not " + node.get(name));
    }
    return value;
  }

  /** A number that may be 0 or absent, which is the same. */
  double numberOrZero(String name) {
    if (!has(name)) {
      return 0;
    }
    JsonNode value = node.get(name);
    if (!value.isNumber()
        || !(value.doubleValue() >= 0)
        || Double.isInfinite(value.doubleValue())) {
      throw refuse(name + " must be a positive number, not " + value);
    }
    return value.doubleValue();
  }

  /** A whole number that must be there. */
  int positive(String name) {
    return positiveUpTo(LARGEST, name);
  }

  int positive(String name, int otherwise) {
    return has(name) ? upTo(LARGEST, name) : otherwise;
  }

  /** A whole number that must be there, and be no larger than a bound. */
  int positiveUpTo(int largest, String name) {
    if (!has(name)) {
      throw refuse("it lacks " + name);
    }
    return upTo(largest, name);
  }

  private int upTo(int largest, String name) {
    JsonNode value = node.get(name);
    int number = value.isIntegralNumber() && value.canConvertToInt() ? value.intValue() : 0;
    if (number < 1 || number > largest) {
      throw refuse(
          Texts.of("%s must be a whole number from 1 to %d, not %s", name, largest, value));
    }
    return number;
  }

  FaultException refuse(String why) {
    return new FaultException("The checkpoint " + file + " cannot be run: " + why + ".");
  }
}
