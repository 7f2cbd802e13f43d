package org.densesteer.evaluation.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.densesteer.common.FaultException;

/**
 * One of the parts that a sweep's grid is cut into, so that several processes compute it. Batches
 * go to the shards in turn; what they are does not depend on the cut.
 *
 * @param number from 1
 * @param of how many shards there are
 */
public record Shard(int number, int of) {

  private static final Pattern TEXT = Pattern.compile("([0-9]{1,6})/([0-9]{1,6})");

  /**
   * Checks that there is such a shard.
   *
   * @throws FaultException when there is not
   */
  public Shard {
    if (number < 1 || of < number) {
      throw new FaultException(
          "Shards are counted from 1, such as 1/4 to 4/4; there is no shard "
              + number
              + "/"
              + of
              + ".");
    }
  }

  /**
   * Understands {@code 2/4}.
   *
   * @throws FaultException when a text is no shard
   */
  public static Shard parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new FaultException("“" + text + "” is no shard; one is written as 2/4.");
    }
    return new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  /** Those of all batches that are this shard's, in their order. */
  public <T> List<T> of(List<T> batches) {
    List<T> own = new ArrayList<>();
    for (int i = number - 1; i < batches.size(); i += of) {
      own.add(batches.get(i));
    }
    return own;
  }

  @Override
  public String toString() {
    return number + "/" + of;
  }
}
