package org.densesteer.files.pickle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.densesteer.common.FaultException;
import org.densesteer.files.bytes.FileBytes;

/** What the allowed Python names stand for when a pickle calls them: records, and nothing run. */
final class PickleCalls {

  private static final int STORAGE_PARTS = 5;
  private static final int TENSOR_PARTS = 6;

  private PickleCalls() {}

  /** A persistent id: {@code ("storage", type, key, device, elements)}. */
  static PickledStorage storage(Object id, FileBytes file) {
    if (id instanceof List<?> parts
        && parts.size() == STORAGE_PARTS
        && "storage".equals(parts.get(0))
        && parts.get(1) instanceof AllowedGlobal type
        && type.isStorage()
        && parts.get(2) instanceof String key
        && parts.get(4) instanceof Long elements) {
      return new PickledStorage(type, key, elements);
    }
    throw file.broken("its pickle mentions a storage without its type, key or size");
  }

  /** A call of a function. */
  static Object call(Object function, Object arguments, FileBytes file) {
    if (function == AllowedGlobal.ORDERED_DICT && List.of().equals(arguments)) {
      return new HashMap<>();
    }
    if (function == AllowedGlobal.REBUILD_TENSOR
        && arguments instanceof List<?> parts
        && parts.size() == TENSOR_PARTS
        && parts.get(0) instanceof PickledStorage storage
        && parts.get(1) instanceof Long offset) {
      return new PickledTensor(
          storage, offset, numbers(parts.get(2), file), numbers(parts.get(3), file));
    }
    throw unexpected(function, file);
  }

  /** A new object without its state. */
  static PickledObject make(Object type, Object arguments, FileBytes file) {
    if (type == AllowedGlobal.STEERING_VECTOR && List.of().equals(arguments)) {
      return new PickledObject();
    }
    throw unexpected(type, file);
  }

  /** Gives an object its attributes. */
  static void build(Object target, Object state, FileBytes file) {
    if (!(target instanceof PickledObject object) || !(state instanceof Map<?, ?> attributes)) {
      throw file.broken("its pickle gives attributes to something that has none");
    }
    object.attributes(attributes);
  }

  private static List<Long> numbers(Object tuple, FileBytes file) {
    List<Long> numbers = new ArrayList<>();
    if (tuple instanceof List<?> items && items.size() <= 8) {
      for (Object item : items) {
        if (item instanceof Long number) {
          numbers.add(number);
        }
      }
      if (numbers.size() == items.size()) {
        return numbers;
      }
    }
    throw file.broken("its pickle has a tensor whose shape is no list of numbers");
  }

  private static FaultException unexpected(Object function, FileBytes file) {
    return file.refused(
        function instanceof AllowedGlobal global
            ? "its pickle uses " + global.pythonName() + " in a way that no tensor needs"
            : "its pickle calls something that is no function");
  }
}
