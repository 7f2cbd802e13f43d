package org.densesteer.files.pickle;

import java.util.Arrays;
import java.util.Optional;

/** The only Python names that a pickle may mention. None of them is ever called. */
public enum AllowedGlobal {
  /** A steering-vectors object. */
  STEERING_VECTOR("steering_vectors.steering_vector", "SteeringVector"),
  /** Makes a tensor of a storage. */
  REBUILD_TENSOR("torch._utils", "_rebuild_tensor_v2"),
  /** Storage of half floats. */
  HALF_STORAGE("torch", "HalfStorage"),
  /** Storage of single-precision floats. */
  FLOAT_STORAGE("torch", "FloatStorage"),
  /** Storage of brain floats. */
  BFLOAT16_STORAGE("torch", "BFloat16Storage"),
  /** An ordered dictionary, which PyTorch uses for a tensor's hooks. */
  ORDERED_DICT("collections", "OrderedDict");

  private final String module;
  private final String attribute;

  AllowedGlobal(String module, String attribute) {
    this.module = module;
    this.attribute = attribute;
  }

  /** The entry for a Python name, if it is allowed. */
  static Optional<AllowedGlobal> find(String module, String attribute) {
    return Arrays.stream(values())
        .filter(global -> global.module.equals(module) && global.attribute.equals(attribute))
        .findFirst();
  }

  /** Whether this is a kind of tensor storage. */
  boolean isStorage() {
    return this == HALF_STORAGE || this == FLOAT_STORAGE || this == BFLOAT16_STORAGE;
  }

  /** The name as Python writes it, with its module. */
  public String pythonName() {
    return module + "." + attribute;
  }
}
