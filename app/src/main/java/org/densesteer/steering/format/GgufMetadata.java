package org.densesteer.steering.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.densesteer.common.Texts;
import org.densesteer.files.bytes.FileBytes;
import org.densesteer.files.gguf.GgufFile;
import org.densesteer.files.gguf.GgufWriter;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;

/**
 * The metadata of a GGUF control vector: what llama.cpp and repeng write, and our own under {@code
 * densesteer.}.
 *
 * @param entries as texts, by key
 */
record GgufMetadata(Map<String, String> entries) {

  private static final String ARCHITECTURE_KEY = "general.architecture";
  private static final String ARCHITECTURE = "controlvector";
  private static final String MODEL_HINT = "model_hint";
  private static final String MODEL_HINT_KEY = ARCHITECTURE + "." + MODEL_HINT;
  private static final String COUNT_KEY = ARCHITECTURE + ".layer_count";
  private static final String OUR_PREFIX = "densesteer.";
  private static final Set<String> KNOWN =
      Set.of(ARCHITECTURE_KEY, GgufFile.ALIGNMENT_KEY, MODEL_HINT_KEY, COUNT_KEY);
  private static final int MOST_NAMED = 8;

  /** What it says of the vector. */
  VectorMetadata ofVector() {
    Map<String, String> ours = new TreeMap<>();
    entries.forEach(
        (key, value) -> {
          if (key.startsWith(OUR_PREFIX)) {
            ours.put(key.substring(OUR_PREFIX.length()), value);
          }
        });
    String hint = entries.getOrDefault(MODEL_HINT_KEY, "");
    if (ours.isEmpty() && !hint.isEmpty()) {
      ours.put(MODEL_HINT, hint);
    }
    return new VectorMetadata(ours);
  }

  /** Complete sentences about what does not fit a control vector, or is not used of it. */
  List<String> notes(int tensors) {
    List<String> notes = new ArrayList<>();
    String architecture = entries.getOrDefault(ARCHITECTURE_KEY, "");
    if (!architecture.equals(ARCHITECTURE)) {
      notes.add(
          Texts.of(
              "The file says that it is for %s, not a control vector.",
              FileBytes.quote(architecture)));
    }
    String count = entries.getOrDefault(COUNT_KEY, "");
    if (!count.isEmpty() && !count.equals(String.valueOf(tensors))) {
      notes.add(
          Texts.of(
              "The file says that it has %s layers, and has %d.", FileBytes.quote(count), tensors));
    }
    List<String> unused =
        entries.keySet().stream()
            .filter(key -> !KNOWN.contains(key) && !key.startsWith(OUR_PREFIX))
            .sorted()
            .toList();
    if (!unused.isEmpty()) {
      notes.add(
          Texts.of(
              "Not used of the file: %s%s.",
              unused.stream()
                  .limit(MOST_NAMED)
                  .map(key -> FileBytes.quote(key) + " (" + FileBytes.quote(value(key)) + ")")
                  .collect(Collectors.joining(", ")),
              unused.size() > MOST_NAMED ? " and " + (unused.size() - MOST_NAMED) + " more" : ""));
    }
    return notes;
  }

  private String value(String key) {
    return entries.getOrDefault(key, "");
  }

  /** Puts a vector's metadata into a file. */
  static void write(SteeringVector vector, GgufWriter gguf) {
    VectorMetadata metadata = vector.metadata();
    String hint = metadata.get(MODEL_HINT);
    gguf.text(ARCHITECTURE_KEY, ARCHITECTURE)
        .text(MODEL_HINT_KEY, hint.isEmpty() ? metadata.get(VectorMetadata.MODEL_ID) : hint)
        .number(COUNT_KEY, vector.directions().size());
    metadata.entries().forEach((key, value) -> gguf.text(OUR_PREFIX + key, value));
  }
}
