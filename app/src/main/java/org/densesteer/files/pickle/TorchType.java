package org.densesteer.files.pickle;

import java.util.Arrays;
import java.util.Optional;

/** PyTorch's element types, which a pickle names by a storage class or by the type itself. */
public enum TorchType {
  /** 64-bit float. */
  FLOAT64("float64", "DoubleStorage", 8),
  /** 32-bit float. */
  FLOAT32("float32", "FloatStorage", 4),
  /** 16-bit float. */
  FLOAT16("float16", "HalfStorage", 2),
  /** 16-bit float with 8 exponent bits. */
  BFLOAT16("bfloat16", "BFloat16Storage", 2),
  /** 64-bit integer. */
  INT64("int64", "LongStorage", 8),
  /** 32-bit integer. */
  INT32("int32", "IntStorage", 4),
  /** 16-bit integer. */
  INT16("int16", "ShortStorage", 2),
  /** 8-bit integer. */
  INT8("int8", "CharStorage", 1),
  /** Unsigned byte. */
  UINT8("uint8", "ByteStorage", 1),
  /** Truth value in a byte. */
  BOOL("bool", "BoolStorage", 1),
  /** Unsigned 16-bit integer. */
  UINT16("uint16", "", 2),
  /** Unsigned 32-bit integer. */
  UINT32("uint32", "", 4),
  /** Unsigned 64-bit integer. */
  UINT64("uint64", "", 8),
  /** Two 16-bit floats. */
  COMPLEX32("complex32", "ComplexHalfStorage", 4),
  /** Two 32-bit floats. */
  COMPLEX64("complex64", "ComplexFloatStorage", 8),
  /** Two 64-bit floats. */
  COMPLEX128("complex128", "ComplexDoubleStorage", 16),
  /** Quantised byte. */
  QINT8("qint8", "QInt8Storage", 1),
  /** Quantised unsigned byte. */
  QUINT8("quint8", "QUInt8Storage", 1),
  /** Quantised 32-bit integer. */
  QINT32("qint32", "QInt32Storage", 4),
  /** 8-bit float. */
  FLOAT8_E4M3FN("float8_e4m3fn", "", 1),
  /** 8-bit float. */
  FLOAT8_E5M2("float8_e5m2", "", 1),
  /** 8-bit float. */
  FLOAT8_E4M3FNUZ("float8_e4m3fnuz", "", 1),
  /** 8-bit float. */
  FLOAT8_E5M2FNUZ("float8_e5m2fnuz", "", 1),
  /** 8-bit power of two. */
  FLOAT8_E8M0FNU("float8_e8m0fnu", "", 1),
  /** Bytes whose type is named elsewhere. */
  UNTYPED("bytes", "UntypedStorage", 1);

  private final String dtype;
  private final String storage;
  private final int bytes;

  TorchType(String dtype, String storage, int bytes) {
    this.dtype = dtype;
    this.storage = storage;
    this.bytes = bytes;
  }

  /** The type for a Python name, whether of a storage class or of the type itself. */
  static Optional<TorchType> find(String module, String attribute) {
    boolean typed = module.equals("torch");
    boolean storages = typed || module.equals("torch.storage");
    return Arrays.stream(values())
        .filter(
            type ->
                storages && !type.storage.isEmpty() && type.storage.equals(attribute)
                    || typed && type != UNTYPED && type.dtype.equals(attribute))
        .findFirst();
  }

  /** PyTorch's name of the type, such as {@code float32}. */
  public String dtype() {
    return dtype;
  }

  /** Size of an element. */
  public int bytes() {
    return bytes;
  }
}
