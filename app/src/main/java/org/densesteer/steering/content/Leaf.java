package org.densesteer.steering.content;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An array of a file and where it lies.
 *
 * @param name the names that lead to it, as the file has them
 * @param path the same, read for layers
 * @param array the array
 * @param around what the entries beside it say
 */
record Leaf(String name, List<Step> path, NumberArray array, Surroundings around) {

  Leaf {
    path = List.copyOf(path);
  }

  /** The innermost step that names a layer, counted from the outside, or −1. */
  int layerDepth() {
    for (int i = path.size() - 1; i >= 0; i--) {
      if (path.get(i).layer() != null) {
        return i;
      }
    }
    return -1;
  }

  /** The layer that the names lead to. */
  Optional<Long> pathLayer() {
    int depth = layerDepth();
    return depth < 0 ? Optional.empty() : Optional.ofNullable(path.get(depth).layer());
  }

  /** The place in the innermost list, or −1. */
  int place() {
    for (int i = path.size() - 1; i >= 0; i--) {
      if (path.get(i).place() >= 0) {
        return path.get(i).place();
      }
    }
    return -1;
  }

  /** Whether the names, or what stands beside it within its place of a list, tell its layer. */
  boolean knowsLayer() {
    if (layerDepth() >= 0) {
      return true;
    }
    int list = -1;
    for (int i = 0; i < path.size(); i++) {
      list = path.get(i).place() >= 0 ? i : list;
    }
    boolean said = around.layer() != null || around.hookLayer().isPresent();
    return said && around.layerDepth() > list;
  }

  /** The name that it shares with the arrays of other layers. */
  String family() {
    int depth = layerDepth();
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < path.size(); i++) {
      Step step = path.get(i);
      // Only the innermost layer is one; outside of it a number tells sets apart.
      boolean plain = step.layer() == null || i == depth;
      name.append(i == 0 ? "" : ".");
      name.append(plain ? step.label() : step.label().replace("*", String.valueOf(step.layer())));
    }
    return name.toString();
  }

  /** The last word that is neither layer nor place; empty where there is none. */
  String word() {
    String words =
        path.stream().map(Step::label).collect(Collectors.joining(".")).replace("*", " ");
    String[] parts = words.strip().split("[^\\p{L}]+");
    return parts.length == 0 ? "" : parts[parts.length - 1];
  }

  /** The hook that names or surroundings speak of; the names come first. */
  Hook hook() {
    Hook named = path.stream().map(Step::hook).reduce(Hook.OUTPUT, Leaf::inner);
    String said = around.hook();
    return named == Hook.OUTPUT && said != null ? Hook.of(said) : named;
  }

  /** What names or surroundings call the place that it was made for. */
  String hookName() {
    String said = around.hook();
    return said != null && Hook.of(said) != Hook.OUTPUT ? said : name;
  }

  private static Hook inner(Hook before, Hook next) {
    return next == Hook.OUTPUT ? before : next;
  }
}
