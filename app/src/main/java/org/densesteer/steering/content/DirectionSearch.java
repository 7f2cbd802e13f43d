package org.densesteer.steering.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.densesteer.common.Texts;
import org.densesteer.files.bytes.FileBytes;
import org.jspecify.annotations.Nullable;

/** Tells the directions among the arrays of a file, and their layers. */
final class DirectionSearch {

  private static final int MOST_NAMED = 8;
  private static final int MOST_ROWS = 10_000;

  private final ContentWalk walk;
  private final FileBytes file;
  private final List<String> notes = new ArrayList<>();
  private final BlockInputs inputs;

  DirectionSearch(ContentWalk walk, FileBytes file) {
    this.walk = walk;
    this.file = file;
    this.inputs = new BlockInputs(file);
  }

  FoundVector found() {
    List<Leaf> taken = inputs.withoutEmbeddings(Families.choose(arrays(), file));
    Leaf first = taken.get(0);
    List<FoundDirection> directions = new ArrayList<>();
    boolean named = taken.size() == 1 || taken.stream().allMatch(Leaf::knowsLayer);
    List<Long> layers = first.around().layers();
    boolean listed = !named && layers != null && layers.size() == taken.size();
    if (!named && layers != null && !listed) {
      throw file.refused(Texts.of("it lists %d layers for %d arrays", layers.size(), taken.size()));
    }
    for (Leaf leaf : taken) {
      directions.addAll(directions(leaf, named, listed ? layers : null));
    }
    if (!named && !listed) {
      notes.add(
          Texts.of(
              "The file names no layers: its %d arrays were taken in their order, for decoder blocks"
                  + " 0 to %d.",
              taken.size(), taken.size() - 1));
    }
    if (first.hook() == Hook.INSIDE) {
      notes.add(
          Texts.of(
              "The vector was made for %s; here it is added to the output of a decoder block.",
              FileBytes.quote(first.hookName())));
    }
    notes.addAll(inputs.notes());
    Advice advice = Advice.of(taken, directions);
    notes.addAll(advice.notes());
    tellUnused(taken);
    return new FoundVector(advice.directions(), advice.metadata(), notes);
  }

  /** The arrays that can be directions: numbers of another name than longer arrays cannot. */
  private List<Leaf> arrays() {
    Set<String> longer =
        walk.leaves().stream()
            .filter(leaf -> leaf.array().elements() > 1)
            .map(Leaf::family)
            .collect(Collectors.toSet());
    List<Leaf> arrays =
        walk.leaves().stream()
            .filter(
                leaf ->
                    longer.isEmpty() ? !leaf.array().isScalar() : longer.contains(leaf.family()))
            .toList();
    if (arrays.isEmpty()) {
      String others = named(walk.others());
      throw file.refused(
          "it holds no direction that can be read" + (others.isEmpty() ? "" : ", but " + others));
    }
    return arrays;
  }

  private List<FoundDirection> directions(Leaf leaf, boolean named, @Nullable List<Long> listing) {
    List<Long> shape = leaf.array().squeezed();
    OptionalLong layer = named ? layer(leaf) : OptionalLong.of(place(leaf, listing));
    if (shape.size() == 1) {
      List<Long> only = leaf.around().layers();
      boolean listed = layer.isEmpty() && only != null && only.size() == 1;
      OptionalLong known = listed ? OptionalLong.of(only.get(0)) : layer;
      return List.of(direction(leaf, known, shape.get(0), 0));
    }
    boolean rows = shape.size() == 2 && layer.isEmpty() && Families.mayBeRows(leaf);
    if (!rows || shape.get(0) > MOST_ROWS) {
      throw file.refused(
          Texts.of(
              "%s has the shape %s where a direction, one dimension, is expected",
              leaf.name().isEmpty() ? "its array" : FileBytes.quote(leaf.name()),
              leaf.array().shape()));
    }
    return rows(leaf, shape.get(0), shape.get(1));
  }

  private static long place(Leaf leaf, @Nullable List<Long> listing) {
    int place = leaf.place();
    return listing != null && place >= 0 && place < listing.size() ? listing.get(place) : place;
  }

  private List<FoundDirection> rows(Leaf leaf, long rows, long width) {
    List<Long> layers = leaf.around().layers();
    boolean listed = layers != null && layers.size() == rows;
    if (layers != null && !listed) {
      throw file.refused(
          Texts.of("it lists %d layers for an array of %d rows", layers.size(), rows));
    }
    if (!listed) {
      notes.add(
          Texts.of(
              "The file names no layers: the %d rows of its array were taken for decoder blocks 0 to"
                  + " %d.",
              rows, rows - 1));
    }
    List<FoundDirection> directions = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      long layer = listed ? Objects.requireNonNull(layers).get(row) : row;
      directions.add(direction(leaf, OptionalLong.of(layer), width, row * width));
    }
    return directions;
  }

  private static FoundDirection direction(Leaf leaf, OptionalLong layer, long width, long first) {
    return new FoundDirection(
        layer, leaf.name(), leaf.array().dtype(), width, leaf.array(), first, 1);
  }

  private OptionalLong layer(Leaf leaf) {
    Surroundings around = leaf.around();
    Long named = leaf.pathLayer().orElse(null);
    Long said = around.hookLayer().orElse(around.layer());
    if (around.layer() != null && !around.layer().equals(said)) {
      notes.add(
          Texts.of(
              "The file says layer %d and %s of its vector; the hook's layer is taken.",
              around.layer(), FileBytes.quote(String.valueOf(around.hook()))));
    }
    boolean inner = around.layerDepth() > leaf.layerDepth();
    if (named != null && said != null && inner && !named.equals(said)) {
      throw file.refused(
          Texts.of(
              "it names layer %d and layer %d for its array %s",
              named, said, FileBytes.quote(leaf.name())));
    }
    Long layer = named != null ? named : said;
    return layer == null ? OptionalLong.empty() : OptionalLong.of(inputs.atOutput(leaf, layer));
  }

  private void tellUnused(List<Leaf> taken) {
    Map<String, String> unused = new LinkedHashMap<>();
    for (Leaf leaf : walk.leaves()) {
      if (!taken.contains(leaf)) {
        unused.put(FileBytes.quote(leaf.name()), leaf.array().words());
      }
    }
    unused.putAll(walk.others());
    if (!unused.isEmpty()) {
      notes.add("Not used of the file: " + named(unused) + ".");
    }
  }

  private static String named(Map<String, String> things) {
    int more = things.size() - MOST_NAMED;
    return things.entrySet().stream()
            .limit(MOST_NAMED)
            .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
            .collect(Collectors.joining(", "))
        + (more > 0 ? " and " + more + " more" : "");
  }
}
