package org.densesteer.files.pickle;

import java.nio.ByteBuffer;
import java.util.List;

/** A NumPy array within a pickle. Nothing in it is checked. */
public final class PickledArray {

  private String type = "";
  private List<Long> shape = List.of();
  private boolean columnMajor;
  private ByteBuffer data = ByteBuffer.allocate(0);

  PickledArray() {}

  void fill(String elementType, List<Long> dimensions, boolean byColumns, ByteBuffer content) {
    type = elementType;
    shape = dimensions;
    columnMajor = byColumns;
    data = content;
  }

  /** Element type in NumPy's notation, such as {@code <f4}. */
  public String type() {
    return type;
  }

  /** Dimensions, outermost first. */
  public List<Long> shape() {
    return shape;
  }

  /** Whether the first index runs fastest. */
  public boolean columnMajor() {
    return columnMajor;
  }

  /** The elements' bytes. */
  public ByteBuffer data() {
    return data;
  }
}
