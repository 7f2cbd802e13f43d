package org.densesteer.files.pickle;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.densesteer.files.bytes.FileBytes;
import org.jspecify.annotations.Nullable;

/** What NumPy's names stand for when a pickle calls them. */
final class NumpyCalls {

  /** A NumPy element type; its byte order follows its name. */
  static final class Dtype {
    private final String code;
    private String order = "|";

    Dtype(String code) {
      this.code = code;
    }

    String notation() {
      return order + code;
    }
  }

  private NumpyCalls() {}

  /** A call of one of NumPy's functions, or null where it is none that is known. */
  static @Nullable Object call(AllowedGlobal function, List<?> parts, FileBytes file) {
    switch (function) {
      case NUMPY_RECONSTRUCT -> {
        return new PickledArray();
      }
      case NUMPY_DTYPE -> {
        return !parts.isEmpty() && parts.get(0) instanceof String code ? new Dtype(code) : null;
      }
      case NUMPY_SCALAR -> {
        if (parts.size() == 2
            && parts.get(0) instanceof Dtype dtype
            && parts.get(1) instanceof PickledBytes bytes) {
          return scalar(dtype, bytes.content());
        }
        return null;
      }
      case NUMPY_FROM_BUFFER -> {
        if (parts.size() == 4
            && parts.get(0) instanceof PickledBytes bytes
            && parts.get(1) instanceof Dtype dtype) {
          PickledArray array = new PickledArray();
          List<Long> shape = PickleCalls.numbers(parts.get(2), file);
          array.fill(dtype.notation(), shape, "F".equals(parts.get(3)), bytes.content());
          return array;
        }
        return null;
      }
      default -> {
        return null;
      }
    }
  }

  private static Object scalar(Dtype dtype, ByteBuffer bytes) {
    ByteOrder order = dtype.order.equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    ByteBuffer content = bytes.duplicate().order(order);
    String type = dtype.code + " in " + content.remaining();
    return switch (type) {
      case "i8 in 8" -> content.getLong();
      case "i4 in 4" -> (long) content.getInt();
      case "f8 in 8" -> content.getDouble();
      case "f4 in 4" -> (double) content.getFloat();
      case "b1 in 1" -> content.get() != 0;
      default -> new PickledOther("a NumPy scalar of type " + dtype.code);
    };
  }

  /** Gives an element type its byte order. */
  static void build(Dtype dtype, List<?> state) {
    if (state.size() > 1 && state.get(1) instanceof String order) {
      dtype.order = order;
    }
  }

  /** Gives an array its content: version, shape, type, order of the dimensions, bytes. */
  static void build(PickledArray array, List<?> state, FileBytes file) {
    if (state.size() == 5
        && state.get(2) instanceof Dtype dtype
        && state.get(4) instanceof PickledBytes bytes) {
      array.fill(
          dtype.notation(),
          PickleCalls.numbers(state.get(1), file),
          Boolean.TRUE.equals(state.get(3)),
          bytes.content());
    } else {
      throw file.refused("it has a NumPy array of Python objects, which are never loaded");
    }
  }
}
