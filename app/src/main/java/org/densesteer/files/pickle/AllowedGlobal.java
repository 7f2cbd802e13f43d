package org.densesteer.files.pickle;

import java.util.Arrays;
import java.util.Optional;

/**
 * The only Python names that a pickle may mention, beside the element types of {@link TorchType}.
 * None of them is ever called.
 */
public enum AllowedGlobal {
  /** A steering-vectors object. */
  STEERING_VECTOR("steering_vectors.steering_vector SteeringVector"),
  /** Makes a tensor of a storage, as PyTorch before 0.4 wrote it. */
  REBUILD_TENSOR("torch._utils _rebuild_tensor"),
  /** Makes a tensor of a storage. */
  REBUILD_TENSOR_V2("torch._utils _rebuild_tensor_v2"),
  /** Makes a tensor of a storage of bytes and an element type. */
  REBUILD_TENSOR_V3("torch._utils _rebuild_tensor_v3"),
  /** Makes a parameter of a tensor. */
  REBUILD_PARAMETER("torch._utils _rebuild_parameter"),
  /** Makes a parameter with attributes of a tensor. */
  REBUILD_PARAMETER_WITH_STATE("torch._utils _rebuild_parameter_with_state"),
  /** Makes a tensor with attributes, or a buffer. */
  REBUILD_FROM_TYPE("torch._tensor _rebuild_from_type_v2"),
  /** Makes a quantised tensor. */
  REBUILD_QUANTIZED("torch._utils _rebuild_qtensor"),
  /** How a quantised tensor is quantised. */
  QUANTIZATION(
      "torch per_tensor_affine",
      "torch per_tensor_symmetric",
      "torch per_channel_affine",
      "torch per_channel_symmetric",
      "torch per_channel_affine_float_qparams"),
  /** Makes a sparse tensor. */
  REBUILD_SPARSE("torch._utils _rebuild_sparse_tensor"),
  /** Makes a tensor that has a shape and no values. */
  REBUILD_META("torch._utils _rebuild_meta_tensor_no_storage"),
  /** How a sparse tensor is laid out. */
  LAYOUT("torch.serialization _get_layout"),
  /** The ordinary tensor class. */
  TENSOR("torch Tensor"),
  /** The parameter class. */
  PARAMETER("torch.nn.parameter Parameter"),
  /** The buffer class. */
  BUFFER("torch.nn.parameter Buffer"),
  /** A tensor's shape. */
  SIZE("torch Size"),
  /** A device. */
  DEVICE("torch device"),
  /** An ordered dictionary, which PyTorch uses for state and for a tensor's hooks. */
  ORDERED_DICT("collections OrderedDict"),
  /** A dictionary with a default. */
  DEFAULT_DICT("collections defaultdict"),
  /** A dictionary of counts. */
  COUNTER("collections Counter"),
  /** The dictionary class, the usual default of a {@link #DEFAULT_DICT}. */
  DICT("builtins dict", "__builtin__ dict"),
  /** The list class. */
  LIST("builtins list", "__builtin__ list"),
  /** A set. */
  SET("builtins set", "__builtin__ set"),
  /** A set that does not change. */
  FROZEN_SET("builtins frozenset", "__builtin__ frozenset"),
  /** Bytes that may change. */
  BYTE_ARRAY("builtins bytearray", "__builtin__ bytearray"),
  /** A complex number. */
  COMPLEX("builtins complex", "__builtin__ complex"),
  /** Makes bytes of text in pickles of protocol 2. */
  ENCODE("_codecs encode"),
  /** Makes a NumPy array whose content follows. */
  NUMPY_RECONSTRUCT("numpy._core.multiarray _reconstruct", "numpy.core.multiarray _reconstruct"),
  /** Makes a NumPy array of bytes. */
  NUMPY_FROM_BUFFER("numpy._core.numeric _frombuffer", "numpy.core.numeric _frombuffer"),
  /** Makes a NumPy scalar. */
  NUMPY_SCALAR("numpy._core.multiarray scalar", "numpy.core.multiarray scalar"),
  /** The NumPy array class. */
  NUMPY_ARRAY("numpy ndarray"),
  /** A NumPy element type. */
  NUMPY_DTYPE("numpy dtype");

  private final String[] names;

  AllowedGlobal(String... names) {
    this.names = names;
  }

  /** The entry for a Python name, if it is allowed. */
  static Optional<AllowedGlobal> find(String module, String attribute) {
    String name = module + " " + attribute;
    return Arrays.stream(values())
        .filter(global -> Arrays.asList(global.names).contains(name))
        .findFirst();
  }

  /** The name as Python writes it, with its module. */
  public String pythonName() {
    return names[0].replace(' ', '.');
  }
}
