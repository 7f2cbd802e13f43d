package org.densesteer.hub;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Files of tokenizers that have no {@code tokenizer.json} yet. */
final class SlowTokenizer {

  private static final List<String> FILES =
      List.of("tokenizer.model", "spiece.model", "vocab.json", "tekken.json", "vocab.txt");

  private SlowTokenizer() {}

  /** The first of them among a model's files. */
  static Optional<String> in(Collection<String> names) {
    return FILES.stream().filter(names::contains).findFirst();
  }
}
