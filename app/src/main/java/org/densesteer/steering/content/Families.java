package org.densesteer.steering.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.densesteer.files.bytes.FileBytes;

/**
 * Arrays of one name at several layers belong together. Of several such families, the one whose
 * name says that it holds directions is taken.
 */
final class Families {

  private static final int MOST_NAMED = 4;

  private static final Set<String> DIRECTION =
      Set.of(
          "",
          "vector",
          "vectors",
          "direction",
          "directions",
          "controlvector",
          "steeringvector",
          "steeringvectors",
          "activations",
          "dir");

  private static final Set<String> LIKELY =
      Set.of(
          "v",
          "vec",
          "vecs",
          "delta",
          "diff",
          "difference",
          "steer",
          "steering",
          "caa",
          "values",
          "dirs",
          "post",
          "tensor",
          "embedding");

  private static final Set<String> BESIDE =
      Set.of(
          "bias",
          "b",
          "mean",
          "means",
          "std",
          "var",
          "variance",
          "variances",
          "scale",
          "scales",
          "norm",
          "norms",
          "score",
          "scores",
          "loss",
          "losses",
          "accuracy",
          "accuracies",
          "pos",
          "neg",
          "positive",
          "negative",
          "threshold",
          "thresholds",
          "labels",
          "ids",
          "tokens",
          "weight",
          "intercept",
          "offset",
          "eigenvalues",
          "singular",
          "ratio",
          "layers",
          "count",
          "counts",
          "auc",
          "coef",
          "covariance",
          "centroid",
          "centroids");

  private Families() {}

  /** The arrays that are taken, out of arrays of more than one number. */
  static List<Leaf> choose(List<Leaf> leaves, FileBytes file) {
    Map<String, List<Leaf>> families = new LinkedHashMap<>();
    int best = Integer.MAX_VALUE;
    for (Leaf leaf : leaves) {
      families.computeIfAbsent(leaf.family(), name -> new ArrayList<>()).add(leaf);
      best = Math.min(best, rank(leaf));
    }
    int rank = best;
    List<List<Leaf>> candidates =
        families.values().stream().filter(family -> rank(family.get(0)) == rank).toList();
    if (candidates.size() > 1) {
      String names =
          candidates.stream()
              .limit(MOST_NAMED)
              .map(family -> FileBytes.quote(family.get(0).name()))
              .collect(Collectors.joining(", "));
      int more = candidates.size() - MOST_NAMED;
      throw file.refused(
          "it holds several sets of arrays ("
              + names
              + (more > 0 ? " and " + more + " more" : "")
              + "), and nothing tells which is the vector; save that one alone");
    }
    return candidates.get(0);
  }

  private static int rank(Leaf leaf) {
    String word = leaf.word().toLowerCase(Locale.ROOT);
    if (DIRECTION.contains(word)) {
      return 0;
    }
    if (LIKELY.contains(word)) {
      return 1;
    }
    return BESIDE.contains(word) ? 3 : 2;
  }

  /** Whether the name says that an array of rows holds one direction in each. */
  static boolean mayBeRows(Leaf leaf) {
    return rank(leaf) < 2;
  }
}
