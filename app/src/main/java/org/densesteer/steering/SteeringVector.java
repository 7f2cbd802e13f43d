package org.densesteer.steering;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;

/**
 * Directions in the residual stream, at most one for each decoder block.
 *
 * @param name what the vector is called, usually its file name without the ending
 * @param hiddenSize width of the model it belongs to
 * @param directions 0-based decoder block to a direction of {@code hiddenSize} values, ascending,
 *     not empty; treat the arrays as read-only
 * @param metadata what the file says about itself
 * @param shuffled shuffled-pair controls, one for each draw: what the same pairs give when the
 *     labels dense and sparse of half of them are exchanged; same form as {@code directions}; empty
 *     when the pairs are not known
 */
public record SteeringVector(
    String name,
    int hiddenSize,
    SortedMap<Integer, float[]> directions,
    VectorMetadata metadata,
    List<SortedMap<Integer, float[]>> shuffled) {

  /** Checks that there is a direction, and that each has the stated width. */
  public SteeringVector {
    if (directions.isEmpty()) {
      throw new FaultException("The vector " + name + " has no layer.");
    }
    check(name, hiddenSize, directions);
    shuffled.forEach(draw -> check(name, hiddenSize, draw));
    directions = frozen(directions);
    shuffled = shuffled.stream().map(SteeringVector::frozen).toList();
  }

  /** A vector whose pairs are not known. */
  public SteeringVector(
      String name,
      int hiddenSize,
      SortedMap<Integer, float[]> directions,
      VectorMetadata metadata) {
    this(name, hiddenSize, directions, metadata, List.of());
  }

  private static SortedMap<Integer, float[]> frozen(SortedMap<Integer, float[]> directions) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(directions));
  }

  private static void check(String name, int hiddenSize, SortedMap<Integer, float[]> directions) {
    for (Map.Entry<Integer, float[]> entry : directions.entrySet()) {
      if (entry.getKey() < 0) {
        throw new FaultException(
            "The vector " + name + " names layer " + entry.getKey() + "; layers start at 0.");
      }
      if (entry.getValue().length != hiddenSize) {
        throw new FaultException(
            Texts.of(
                "The vector %s has %d values at layer %d where %d are expected.",
                name, entry.getValue().length, entry.getKey(), hiddenSize));
      }
    }
  }

  /** Whether there is a direction for this 0-based decoder block. */
  public boolean hasLayer(int layer) {
    return directions.containsKey(layer);
  }

  /**
   * The direction for a 0-based decoder block.
   *
   * @throws FaultException when the vector has none there
   */
  public float[] direction(int layer) {
    float[] direction = directions.get(layer);
    if (direction == null) {
      throw new FaultException(
          "The vector "
              + name
              + " has no layer "
              + layer
              + "; it has "
              + directions.keySet()
              + ".");
    }
    return direction;
  }

  /** Euclidean norm of the direction at a 0-based decoder block; 0 where there is none. */
  public double norm(int layer) {
    float[] direction = directions.get(layer);
    return direction == null ? 0 : norm(direction);
  }

  /** Euclidean norm ‖v‖, summed in double precision. */
  public static double norm(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += (double) value * value;
    }
    return Math.sqrt(sum);
  }

  /** A copy under another name. */
  public SteeringVector renamed(String newName) {
    return new SteeringVector(newName, hiddenSize, directions, metadata, shuffled);
  }

  /** A copy with other metadata. */
  public SteeringVector with(VectorMetadata newMetadata) {
    return new SteeringVector(name, hiddenSize, directions, newMetadata, shuffled);
  }

  /** A copy with other shuffled-pair controls. */
  public SteeringVector withShuffled(List<SortedMap<Integer, float[]>> controls) {
    return new SteeringVector(name, hiddenSize, directions, metadata, controls);
  }

  private static boolean same(SortedMap<Integer, float[]> a, SortedMap<Integer, float[]> b) {
    return a.keySet().equals(b.keySet())
        && a.keySet().stream().allMatch(layer -> Arrays.equals(a.get(layer), b.get(layer)));
  }

  /** Whether two vectors have the same shuffled-pair controls, value by value. */
  public boolean sharesShuffledWith(SteeringVector that) {
    return shuffled.size() == that.shuffled.size()
        && IntStream.range(0, shuffled.size())
            .allMatch(draw -> same(shuffled.get(draw), that.shuffled.get(draw)));
  }

  /** Equal when name, metadata and every value are equal. */
  @Override
  public boolean equals(Object other) {
    if (this == other) {
      return true;
    }
    return other instanceof SteeringVector that
        && name.equals(that.name)
        && hiddenSize == that.hiddenSize
        && metadata.equals(that.metadata)
        && same(directions, that.directions)
        && sharesShuffledWith(that);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + directions.keySet().hashCode();
  }

  @Override
  public String toString() {
    return "SteeringVector["
        + name
        + ", "
        + hiddenSize
        + " wide, layers "
        + directions.keySet()
        + "]";
  }
}
