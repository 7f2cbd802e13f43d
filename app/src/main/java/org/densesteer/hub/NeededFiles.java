package org.densesteer.hub;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.densesteer.common.FaultException;

/** Which files of a repository running the model takes. */
final class NeededFiles {

  static final String CONFIG = "config.json";
  static final String TOKENIZER = "tokenizer.json";
  static final String WEIGHTS = "model.safetensors";
  static final String INDEX = "model.safetensors.index.json";

  private static final Pattern SHARD = Pattern.compile("model-\\d+-of-\\d+\\.safetensors");
  private static final List<String> REQUIRED = List.of(CONFIG, TOKENIZER);
  private static final List<String> OPTIONAL =
      List.of(
          "generation_config.json",
          "tokenizer_config.json",
          "special_tokens_map.json",
          "added_tokens.json",
          "chat_template.jinja",
          "chat_template.json");

  private NeededFiles() {}

  /**
   * Chooses among all file names of a repository. Pickled weights, other formats and sub-folders
   * are left out.
   *
   * @throws FaultException when the repository cannot be run: no safetensors weights, no
   *     configuration or no fast tokenizer
   */
  static Set<String> select(RepoId repo, Collection<String> offered) {
    Set<String> all = Set.copyOf(offered);
    Set<String> needed = new TreeSet<>();
    if (all.contains(WEIGHTS)) {
      needed.add(WEIGHTS);
    } else if (all.contains(INDEX)) {
      needed.add(INDEX);
      all.stream().filter(name -> SHARD.matcher(name).matches()).forEach(needed::add);
    } else {
      throw new FaultException(
          repo
              + " has no weights in the safetensors format ("
              + WEIGHTS
              + "): choose a repository that has.");
    }
    for (String name : REQUIRED) {
      if (!all.contains(name)) {
        throw new FaultException(repo + " has no " + name + ", so the model cannot be run.");
      }
      needed.add(name);
    }
    OPTIONAL.stream().filter(all::contains).forEach(needed::add);
    return needed;
  }
}
