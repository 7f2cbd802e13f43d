package org.densesteer.chat;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.densesteer.common.FaultException;
import org.densesteer.common.Json;
import org.densesteer.common.JsonFlaw;
import org.jspecify.annotations.Nullable;

/**
 * Variables that a chat template reads beside the messages, such as {@code enable_thinking}; what
 * transformers' {@code apply_chat_template} takes by name, {@code tools} and {@code documents}
 * among them.
 */
public final class TemplateVariables {

  /** No variable. */
  public static final TemplateVariables NONE = new TemplateVariables(Map.of());

  private static final TypeReference<LinkedHashMap<String, @Nullable Object>> MAP =
      new TypeReference<>() {};

  private final Map<String, @Nullable Object> values;

  private TemplateVariables(Map<String, ? extends @Nullable Object> values) {
    this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * Variables by name.
   *
   * @param values strings, numbers, booleans, nulls, lists and maps of these
   * @throws FaultException when a name or a value is none that a template can be given
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static TemplateVariables of(Map<String, ? extends @Nullable Object> values) {
    LinkedHashMap<String, @Nullable Object> copy = new LinkedHashMap<>();
    values.forEach((name, value) -> copy.put(name, plain(name, value)));
    for (String taken : List.of("messages", "add_generation_prompt")) {
      if (copy.containsKey(taken)) {
        throw new FaultException(
            "The template variable “" + taken + "” is the workbench's own and cannot be given.");
      }
    }
    requireObjects(copy, "tools");
    requireObjects(copy, "documents");
    return copy.isEmpty() ? NONE : new TemplateVariables(copy);
  }

  /**
   * Variables that a person typed; a blank text holds none.
   *
   * @param where begins the sentence of a fault, such as {@code The text of --template-vars}
   * @param text a JSON object
   * @throws FaultException when it is anything else
   */
  public static TemplateVariables parse(String where, String text) {
    if (text.isBlank()) {
      return NONE;
    }
    try {
      JsonNode node = Json.STRICT.readTree(text);
      if (!node.isObject()) {
        throw new FaultException(
            where + " is not a JSON object, such as {\"enable_thinking\": false}.");
      }
      return of(Json.STRICT.convertValue(node, MAP));
    } catch (JsonProcessingException e) {
      throw new FaultException(where + " " + JsonFlaw.of(e) + ".", e);
    }
  }

  /** Names to values, in the order they were given. */
  @JsonValue
  public Map<String, @Nullable Object> values() {
    return values;
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return values.isEmpty();
  }

  /** As JSON on one line, which {@link #parse} reads; empty when there is none. */
  public String json() {
    try {
      return isEmpty() ? "" : Json.COMPACT.writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("JSON values can be written.", e);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TemplateVariables variables && values.equals(variables.values);
  }

  @Override
  public int hashCode() {
    return Objects.hash(values);
  }

  @Override
  public String toString() {
    return json();
  }

  /** One Java type for each kind of value, whoever read it. */
  private static @Nullable Object plain(String name, @Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> copy = new LinkedHashMap<>();
      map.forEach((key, item) -> copy.put(String.valueOf(key), plain(name, item)));
      return Collections.unmodifiableMap(copy);
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>();
      list.forEach(item -> copy.add(plain(name, item)));
      return Collections.unmodifiableList(copy);
    }
    if (value instanceof BigInteger) {
      throw new FaultException(
          "A number in the template variable “" + name + "” has more than 64 bits.");
    }
    if (value instanceof Integer || value instanceof Long) {
      return ((Number) value).longValue();
    }
    if (value == null || value instanceof String || value instanceof Boolean) {
      return value;
    }
    if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
      return number.doubleValue();
    }
    throw new FaultException("The template variable “" + name + "” is no JSON value.");
  }

  /** As transformers has it. */
  private static void requireObjects(Map<String, @Nullable Object> values, String name) {
    Object value = values.get(name);
    boolean objects =
        value instanceof List<?> list && list.stream().allMatch(item -> item instanceof Map);
    if (value != null && !objects) {
      throw new FaultException(
          "The template variable “" + name + "” must be a list of JSON objects.");
    }
  }
}
