package org.densesteer.evaluation.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Names and places behind a plan, for people; they decide nothing.
 *
 * @param modelName what the model is called
 * @param modelDescription family, size, layers, a few words
 * @param vectorName what the vector is called
 * @param vectorSource its file, or how it was made
 * @param problemsName what the problem set is called
 * @param problemsSource its file, or a few words
 * @param command arguments of the command line that computes the sweep again, program first
 */
public record SweepOrigin(
    String modelName,
    String modelDescription,
    String vectorName,
    String vectorSource,
    String problemsName,
    String problemsSource,
    List<String> command) {

  private static final String SHARD = "--shard";

  /** Freezes the list. */
  public SweepOrigin {
    command = List.copyOf(command);
  }

  /** The same for a shard, whose folder and number stand in its command. */
  public SweepOrigin shard(Shard shard) {
    List<String> own = new ArrayList<>(command);
    own.add(SHARD);
    own.add(shard.toString());
    return with(own);
  }

  /** The same for the whole sweep in another folder. */
  public SweepOrigin unsharded(Path folder) {
    List<String> whole = new ArrayList<>(command);
    int shard = whole.indexOf(SHARD);
    if (shard >= 0) {
      whole.subList(shard, shard + 2).clear();
    }
    int out = whole.lastIndexOf(SweepArguments.OUT);
    if (out >= 0) {
      whole.set(out + 1, folder.toString());
    }
    return with(whole);
  }

  private SweepOrigin with(List<String> other) {
    return new SweepOrigin(
        modelName, modelDescription, vectorName, vectorSource, problemsName, problemsSource, other);
  }

  /** What an option of the command was given, such as {@code --model}; empty without it. */
  public Optional<String> argument(String option) {
    int at = command.indexOf(option);
    return at < 0 || at + 1 == command.size() ? Optional.empty() : Optional.of(command.get(at + 1));
  }
}
