package org.densesteer.model.checkpoint;

import java.util.Set;

/** The names that the decoder knows a checkpoint's tensors by. */
final class WeightNames {

  private static final String MODEL = "model.";

  private WeightNames() {}

  /**
   * A checkpoint that was saved without its head, from the base model, lacks the first part of the
   * name. transformers opens both.
   *
   * @param name the name in the file
   * @param names all names in the files
   */
  static String known(String name, Set<String> names) {
    if (name.startsWith(MODEL) || name.equals(ExpectedWeight.HEAD)) {
      return name;
    }
    String whole = MODEL + name;
    return names.contains(whole) ? name : whole;
  }
}
