package org.densesteer.hub;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.densesteer.common.FaultException;
import org.densesteer.model.checkpoint.OtherFormats;
import org.densesteer.model.checkpoint.WeightFiles;

/** Which files of a repository running the model takes. */
final class NeededFiles {

  static final String CONFIG = "config.json";
  static final String TOKENIZER = "tokenizer.json";

  private static final Pattern TEMPLATE =
      Pattern.compile("additional_chat_templates/[A-Za-z0-9_-][A-Za-z0-9_.-]*\\.jinja");
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
   * Chooses among all file names of a repository. Pickled weights and other formats are left out;
   * what {@link WeightFiles#INDEX} names comes on top, see {@link #shards}.
   *
   * @throws FaultException when the repository cannot be run: no safetensors weights, no
   *     configuration or no fast tokenizer
   */
  static Set<String> select(RepoId repo, Collection<String> offered) {
    Set<String> all = Set.copyOf(offered);
    Set<String> needed = new TreeSet<>();
    OtherFormats.clause(all)
        .or(() -> OtherFormats.quantised(all))
        .ifPresent(
            clause -> {
              throw new FaultException(repo + " " + clause + ".");
            });
    if (all.contains(WeightFiles.SINGLE)) {
      needed.add(WeightFiles.SINGLE);
    } else if (all.contains(WeightFiles.INDEX)) {
      needed.add(WeightFiles.INDEX);
    } else {
      throw new FaultException(
          repo
              + " has no weights in the safetensors format ("
              + WeightFiles.SINGLE
              + "): choose a repository that has.");
    }
    for (String name : REQUIRED) {
      if (!all.contains(name)) {
        throw new FaultException(
            SlowTokenizer.in(all)
                .filter(slow -> name.equals(TOKENIZER))
                .map(
                    slow ->
                        repo
                            + " has its tokenizer as "
                            + slow
                            + " only: "
                            + TOKENIZER
                            + " is needed.")
                .orElse(repo + " has no " + name + ", so the model cannot be run."));
      }
      needed.add(name);
    }
    OPTIONAL.stream().filter(all::contains).forEach(needed::add);
    all.stream().filter(name -> TEMPLATE.matcher(name).matches()).forEach(needed::add);
    return needed;
  }

  /**
   * The weight files that the repository's index names.
   *
   * @param index the content of {@link WeightFiles#INDEX}
   * @throws FaultException when the repository lacks one of them, or its name leads elsewhere
   */
  static Set<String> shards(RepoId repo, JsonNode index, Collection<String> offered) {
    Set<String> shards = WeightFiles.named(index, WeightFiles.INDEX + " of " + repo);
    for (String name : shards) {
      if (!offered.contains(name)) {
        throw new FaultException(
            repo + " lacks " + name + ", which its " + WeightFiles.INDEX + " names.");
      }
    }
    return shards;
  }
}
