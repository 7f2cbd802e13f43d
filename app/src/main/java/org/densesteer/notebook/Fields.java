package org.densesteer.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.densesteer.common.FaultException;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object from a stranger. What is asked for must be there and of its kind;
 * what was never asked for is named at the end. A figure that is null is NaN.
 */
final class Fields {

  private final JsonNode object;
  private final String path;
  private final Reading reading;
  private final Set<String> asked = new HashSet<>();

  /**
   * The fields of a node.
   *
   * @param path how sentences call the node; empty for the outermost one
   */
  Fields(JsonNode object, String path, Reading reading) {
    this.object = object;
    this.path = path;
    this.reading = reading;
    if (!object.isObject()) {
      throw reading.fault(path.isEmpty() ? "its outermost value" : path, "a JSON object");
    }
  }

  boolean has(String name) {
    asked.add(name);
    return object.hasNonNull(name);
  }

  String text(String name) {
    return get(name, JsonNode::isTextual, "a text").textValue();
  }

  @Nullable String textOrNull(String name) {
    return has(name) ? text(name) : null;
  }

  int integer(String name) {
    return get(name, node -> node.isInt(), "a whole number").intValue();
  }

  long whole(String name) {
    return get(name, JsonNode::canConvertToExactIntegral, "a whole number").longValue();
  }

  /** A figure that must be a number. */
  double number(String name) {
    return get(name, JsonNode::isNumber, "a number").doubleValue();
  }

  double figure(String name) {
    asked.add(name);
    return figure(object.path(name), name);
  }

  private double figure(JsonNode node, String name) {
    if (node.isNull()) {
      return Double.NaN;
    }
    if (!node.isNumber()) {
      throw fault(name, "a number");
    }
    return node.doubleValue();
  }

  boolean flag(String name) {
    return get(name, JsonNode::isBoolean, "true or false").booleanValue();
  }

  @Nullable Boolean flagOrNull(String name) {
    return has(name) ? flag(name) : null;
  }

  JsonNode node(String name) {
    return get(name, node -> !node.isNull(), "a value");
  }

  Fields object(String name) {
    return new Fields(node(name), in(name), reading);
  }

  List<Fields> objects(String name) {
    return items(name, (node, at) -> new Fields(node, in(name) + "." + at, reading));
  }

  List<String> texts(String name) {
    return items(name, (node, at) -> require(node, JsonNode::isTextual, name, "texts").textValue());
  }

  List<Integer> integers(String name) {
    return items(name, (node, at) -> require(node, JsonNode::isInt, name, "whole numbers").asInt());
  }

  double[] figures(String name) {
    return items(name, (node, at) -> figure(node, name)).stream()
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  List<JsonNode> items(String name) {
    return items(name, (node, at) -> node);
  }

  List<JsonNode> lists(String name) {
    return items(name, (node, at) -> require(node, JsonNode::isArray, name, "lists"));
  }

  /** What reads an item of a list. */
  private interface Item<T> {
    T read(JsonNode node, int at);
  }

  private <T> List<T> items(String name, Item<T> item) {
    JsonNode list = get(name, JsonNode::isArray, "a list");
    List<T> items = new ArrayList<>(list.size());
    for (int at = 0; at < list.size(); at++) {
      items.add(item.read(list.get(at), at));
    }
    return items;
  }

  /** A value whose words another class knows. */
  <T> T parsed(String name, Function<String, T> parser) {
    String word = text(name);
    try {
      return parser.apply(word);
    } catch (FaultException | IllegalArgumentException | java.time.DateTimeException e) {
      throw fault(name, "another value than “" + Reading.shown(word) + "”");
    }
  }

  /** What fields together make, unless it refuses them. */
  <T> T made(Supplier<T> maker) {
    try {
      return maker.get();
    } catch (FaultException e) {
      throw reading.refused(path, e);
    }
  }

  private JsonNode get(String name, Predicate<JsonNode> kind, String expected) {
    asked.add(name);
    return require(object.path(name), kind, name, expected);
  }

  private JsonNode require(JsonNode node, Predicate<JsonNode> kind, String name, String expected) {
    if (!kind.test(node)) {
      throw fault(name, expected);
    }
    return node;
  }

  /** The sentence that a field holds something else than it should. */
  FaultException fault(String name, String expected) {
    return reading.fault(in(name), expected);
  }

  private String in(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /** Names the fields that nobody asked for. */
  void end() {
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!asked.contains(name)) {
                reading.unread(in(name));
              }
            });
  }
}
