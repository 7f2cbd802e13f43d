package org.densesteer.steering.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.densesteer.files.bytes.FileBytes;
import org.densesteer.files.numpy.NpyArray;
import org.densesteer.files.safetensors.Dtype;
import org.densesteer.steering.content.ElementTypes;
import org.densesteer.steering.content.NumberArray;
import org.densesteer.steering.content.StridedNumbers;
import org.densesteer.steering.content.Unread;

/** NumPy's arrays, whose element types are written {@code <f4}. */
final class NumPyArrays {

  private NumPyArrays() {}

  /** An array of a {@code .npy} file: numbers, a text, or something that is not read. */
  static Object content(NpyArray array, FileBytes file, String what) {
    if (array.isText()) {
      return array.shape().isEmpty() ? array.text() : new Unread("an array of texts");
    }
    if (array.type().startsWith("O", 1) && array.shape().isEmpty()) {
      return new Unread("a Python object, which is never loaded");
    }
    List<Long> shape = array.shape().stream().map(Integer::longValue).toList();
    return of(file, what, array.type(), shape, array.columnMajor(), array.data());
  }

  /** An array of numbers; its elements need not be there or supported before they are read. */
  static NumberArray of(
      FileBytes file,
      String what,
      String type,
      List<Long> shape,
      boolean columnMajor,
      ByteBuffer data) {
    Optional<Dtype> dtype = dtype(type);
    if (dtype.isEmpty()) {
      return new NumberArray(
          shape,
          type,
          (first, count) -> {
            throw unsupported(type, file, what);
          });
    }
    ByteOrder order = type.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    return new NumberArray(
        shape,
        ElementTypes.name(dtype.get()),
        StridedNumbers.of(
            file,
            what,
            data.duplicate().order(order),
            dtype.get(),
            0,
            shape,
            StridedNumbers.dense(shape, columnMajor)));
  }

  private static FaultException unsupported(String type, FileBytes file, String what) {
    if (type.startsWith("O", 1)) {
      return file.refused(what + " holds Python objects, which are never loaded");
    }
    return file.refused(
        Texts.of(
            "%s has %s, which is not supported",
            what,
            type.isEmpty()
                ? "elements of several fields"
                : "the element type " + FileBytes.quote(type)));
  }

  private static Optional<Dtype> dtype(String type) {
    return Optional.ofNullable(
        switch (type.isEmpty() ? "" : type.substring(1)) {
          case "f8" -> Dtype.F64;
          case "f4" -> Dtype.F32;
          case "f2" -> Dtype.F16;
          case "i8" -> Dtype.I64;
          case "i4" -> Dtype.I32;
          case "i2" -> Dtype.I16;
          case "i1" -> Dtype.I8;
          case "u8" -> Dtype.U64;
          case "u4" -> Dtype.U32;
          case "u2" -> Dtype.U16;
          case "u1" -> Dtype.U8;
          case "b1" -> Dtype.BOOL;
          default -> null;
        });
  }
}
