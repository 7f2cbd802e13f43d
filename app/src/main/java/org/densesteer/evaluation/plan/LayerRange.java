package org.densesteer.evaluation.plan;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;

/** Reads lists of 0-based decoder blocks such as {@code 0,2-5}. */
public final class LayerRange {

  private static final Pattern ITEM = Pattern.compile("([0-9]{1,4})(?:-([0-9]{1,4}))?");

  private LayerRange() {}

  /**
   * The layers, ascending, each once.
   *
   * @throws FaultException when the text is not such a list
   */
  public static List<Integer> parse(String text) {
    TreeSet<Integer> layers = new TreeSet<>();
    for (String item : text.split(",", -1)) {
      Matcher matcher = ITEM.matcher(item.strip());
      if (!matcher.matches()) {
        throw new FaultException(
            Texts.of("“%s” is not a list of layers such as 0,2-5, of four digits at most.", text));
      }
      int from = Integer.parseInt(matcher.group(1));
      int to = matcher.group(2) == null ? from : Integer.parseInt(matcher.group(2));
      if (to < from) {
        throw new FaultException(
            Texts.of("The layers %s run backwards; write %d-%d.", item.strip(), to, from));
      }
      for (int layer = from; layer <= to; layer++) {
        layers.add(layer);
      }
    }
    return List.copyOf(layers);
  }

  /** Writes layers so that {@link #parse} reads them: {@code 0,2-5}. */
  public static String text(List<Integer> layers) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < layers.size(); ) {
      int last = i;
      while (last + 1 < layers.size() && layers.get(last + 1) == layers.get(last) + 1) {
        last++;
      }
      text.append(text.isEmpty() ? "" : ",").append(layers.get(i));
      if (last > i) {
        text.append('-').append(layers.get(last));
      }
      i = last + 1;
    }
    return text.toString();
  }
}
