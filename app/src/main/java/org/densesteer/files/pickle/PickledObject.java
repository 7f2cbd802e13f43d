package org.densesteer.files.pickle;

import java.util.Map;

/** The attributes of a pickled steering-vectors object; no such object is ever made. */
public final class PickledObject {

  private Map<?, ?> attributes = Map.of();

  PickledObject() {}

  void attributes(Map<?, ?> state) {
    attributes = state;
  }

  /** Attribute values by name. */
  public Map<?, ?> attributes() {
    return attributes;
  }
}
