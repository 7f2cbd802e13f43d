package org.densesteer.files.pickle;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.densesteer.common.FaultException;
import org.densesteer.files.bytes.FileBytes;
import org.jspecify.annotations.Nullable;

/** What the allowed Python names stand for when a pickle calls them: records, and nothing run. */
final class PickleCalls {

  private static final int STORAGE_PARTS = 5;
  private static final int MOST_DIMENSIONS = 8;

  private PickleCalls() {}

  /** A persistent id: {@code ("storage", type, key, device, elements)}, older ones with a sixth. */
  static PickledStorage storage(Object id, FileBytes file) {
    if (id instanceof List<?> parts
        && parts.size() >= STORAGE_PARTS
        && "storage".equals(parts.get(0))
        && parts.get(1) instanceof TorchType type
        && parts.get(2) instanceof String key
        && parts.get(4) instanceof Long elements) {
      return new PickledStorage(type, key, elements);
    }
    throw file.broken("its pickle mentions a storage without its type, key or size");
  }

  /** A call of a function. */
  static Object call(Object function, Object arguments, FileBytes file) {
    if (function instanceof AllowedGlobal global && arguments instanceof List<?> parts) {
      Object made = call(global, parts, file);
      if (made != null) {
        return made;
      }
    }
    throw unexpected(function, file);
  }

  private static @Nullable Object call(AllowedGlobal function, List<?> parts, FileBytes file) {
    Object first = parts.isEmpty() ? PickleStack.NONE : parts.get(0);
    return switch (function) {
      case ORDERED_DICT -> parts.isEmpty() ? new LinkedHashMap<>() : pairs(first);
      case DEFAULT_DICT -> parts.size() < 2 ? new LinkedHashMap<>() : null;
      case COUNTER -> first instanceof Map<?, ?> counts ? counts : null;
      case REBUILD_TENSOR, REBUILD_TENSOR_V2, REBUILD_TENSOR_V3 -> tensor(function, parts, file);
      case REBUILD_PARAMETER, REBUILD_PARAMETER_WITH_STATE ->
          first instanceof PickledTensor || first instanceof PickledOther ? first : null;
      case REBUILD_FROM_TYPE ->
          parts.size() == 4
                  && (parts.get(1) == AllowedGlobal.TENSOR
                      || parts.get(1) == AllowedGlobal.PARAMETER
                      || parts.get(1) == AllowedGlobal.BUFFER)
                  && first != AllowedGlobal.REBUILD_FROM_TYPE
              ? call(first, parts.get(2), file)
              : null;
      case REBUILD_QUANTIZED -> new PickledOther("a quantised tensor");
      case REBUILD_SPARSE -> new PickledOther("a sparse tensor");
      case REBUILD_META -> new PickledOther("a tensor without values (of the device 'meta')");
      case LAYOUT -> new PickledOther("a layout");
      case SIZE -> first instanceof List<?> sizes ? sizes : null;
      case DEVICE -> new PickledOther("a device");
      case SET, FROZEN_SET -> new PickledOther("a set");
      case BYTE_ARRAY -> new PickledOther("bytes");
      case COMPLEX -> new PickledOther("a complex number");
      case ENCODE -> first instanceof String text ? bytes(text) : null;
      default -> NumpyCalls.call(function, parts, file);
    };
  }

  private static @Nullable Object tensor(AllowedGlobal function, List<?> parts, FileBytes file) {
    boolean typed = function == AllowedGlobal.REBUILD_TENSOR_V3;
    int least = function == AllowedGlobal.REBUILD_TENSOR ? 4 : typed ? 7 : 6;
    if (parts.size() < least
        || !(parts.get(0) instanceof PickledStorage storage)
        || !(parts.get(1) instanceof Long offset)) {
      return null;
    }
    Object type = typed ? parts.get(6) : storage.type();
    if (!(type instanceof TorchType element)) {
      return null;
    }
    Object extra = parts.size() > least ? parts.get(least) : Map.of();
    boolean negated = extra instanceof Map<?, ?> flags && Boolean.TRUE.equals(flags.get("neg"));
    return new PickledTensor(
        storage,
        element,
        offset,
        numbers(parts.get(2), file),
        numbers(parts.get(3), file),
        negated);
  }

  private static @Nullable Object pairs(Object list) {
    Map<Object, Object> map = new LinkedHashMap<>();
    if (list instanceof List<?> items) {
      for (Object item : items) {
        if (!(item instanceof List<?> pair) || pair.size() != 2 || !isKey(pair.get(0))) {
          return null;
        }
        map.put(pair.get(0), pair.get(1));
      }
      return map;
    }
    return null;
  }

  /** Whether something may be a key: numbers, texts, and short tuples of them. */
  static boolean isKey(Object key) {
    return isSimple(key)
        || key instanceof List<?> tuple
            && tuple.size() <= MOST_DIMENSIONS
            && tuple.stream().allMatch(PickleCalls::isSimple);
  }

  private static boolean isSimple(Object key) {
    return key instanceof Number
        || key instanceof String
        || key instanceof Boolean
        || key == PickleStack.NONE;
  }

  private static PickledBytes bytes(String latin1) {
    return new PickledBytes(ByteBuffer.wrap(latin1.getBytes(StandardCharsets.ISO_8859_1)));
  }

  /** A new object without its state. */
  static Object make(Object type, Object arguments, FileBytes file) {
    if (type == AllowedGlobal.STEERING_VECTOR && List.of().equals(arguments)) {
      return new PickledObject();
    }
    if (type == AllowedGlobal.ORDERED_DICT || type == AllowedGlobal.NUMPY_DTYPE) {
      return call(type, arguments, file);
    }
    throw unexpected(type, file);
  }

  /** Gives an object its attributes; those of a dictionary are PyTorch's notes on its modules. */
  static void build(Object target, Object state, FileBytes file) {
    if (target instanceof PickledArray array && state instanceof List<?> parts) {
      NumpyCalls.build(array, parts, file);
    } else if (target instanceof NumpyCalls.Dtype dtype && state instanceof List<?> parts) {
      NumpyCalls.build(dtype, parts);
    } else if (target instanceof PickledObject object && state instanceof Map<?, ?> attributes) {
      object.attributes(attributes);
    } else if (!(target instanceof Map<?, ?> && state instanceof Map<?, ?> notes)
        || !notes.keySet().stream().allMatch("_metadata"::equals)) {
      throw file.broken("its pickle gives attributes to something that has none");
    }
  }

  /** The numbers of a tuple, such as a shape. */
  static List<Long> numbers(Object tuple, FileBytes file) {
    List<Long> numbers = new ArrayList<>();
    if (tuple instanceof List<?> items && items.size() <= MOST_DIMENSIONS) {
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
