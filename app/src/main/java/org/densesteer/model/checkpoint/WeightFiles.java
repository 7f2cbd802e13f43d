package org.densesteer.model.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.densesteer.common.FaultException;

/** The names of a checkpoint's weight files, on this machine and on a hub. */
public final class WeightFiles {

  /** All weights in one file; goes before the index where both are there, as in transformers. */
  public static final String SINGLE = "model.safetensors";

  /** Says which tensor is in which file. */
  public static final String INDEX = "model.safetensors.index.json";

  private static final Pattern PART =
      Pattern.compile("[^\\p{Cntrl}\\\\/:*?\"<>|.][^\\p{Cntrl}\\\\/:*?\"<>|]{0,199}");

  private WeightFiles() {}

  /**
   * The files that an index names, whatever they are called.
   *
   * @param index the content of {@link #INDEX}
   * @param where what to call the index in a sentence
   * @throws FaultException when it names none, or one that could lie outside its folder
   */
  public static SortedSet<String> named(JsonNode index, String where) {
    SortedSet<String> names = new TreeSet<>();
    for (JsonNode name : index.path("weight_map")) {
      String text = name.asText();
      if (!staysInside(text) || !text.endsWith(".safetensors")) {
        throw new FaultException(where + " names '" + text + "', which is no weight file.");
      }
      names.add(text);
    }
    if (names.isEmpty()) {
      throw new FaultException(where + " names no weight file.");
    }
    return names;
  }

  /** Whether a relative name, of a file or of one in a sub-folder, stays in its folder anywhere. */
  public static boolean staysInside(String name) {
    for (String part : name.split("/", -1)) {
      if (!PART.matcher(part).matches() || part.endsWith(".") || part.endsWith(" ")) {
        return false;
      }
    }
    return true;
  }
}
