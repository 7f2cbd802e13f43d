package org.densesteer.hub;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;

/**
 * Finds the checkpoint that a person means by a model's name. As in huggingface_hub 1.33 a revision
 * is a file in {@code refs}, else the name of a folder in {@code snapshots}, and never a random
 * one. Beyond that the first digits of a commit are enough, and a model without a {@code main} is
 * taken where only one of its commits is whole.
 */
final class CacheLookup {

  private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{5,40}");

  private final HubCache cache;
  private final ModelName name;
  private final Map<String, String> refs;
  private final List<Path> snapshots;

  CacheLookup(HubCache cache, ModelName name) {
    this.cache = cache;
    this.name = name;
    RepoFolder folder = new RepoFolder(cache.root(), name.repo());
    refs = HubCache.refs(folder);
    snapshots = HubCache.snapshotFolders(folder);
  }

  /**
   * The checkpoint folder.
   *
   * @throws FaultException when the model is in the cache, and what is named is not, or not whole
   */
  FoundModel find() {
    if (snapshots.isEmpty()) {
      throw new FaultException(
          Texts.of(
              "The model cache %s has a folder for %s, but no commit of it.",
              cache.root(), name.repo()));
    }
    return name.revision().map(this::at).orElseGet(this::atMainOrTheOnlyOne);
  }

  private FoundModel at(String revision) {
    List<Path> meant = named(revision);
    if (meant.size() != 1) {
      throw new FaultException(
          Texts.of(
              meant.isEmpty()
                  ? "The model cache %s has %s, but not at %s; it has %s."
                  : "Several commits of %2$s in the model cache %1$s begin with %3$s: %4$s.",
              cache.root(),
              name.repo(),
              revision,
              listed(meant.isEmpty() ? snapshots : meant)));
    }
    return whole(meant.get(0)).orElseThrow(() -> notWhole(revision, meant.get(0)));
  }

  private FoundModel atMainOrTheOnlyOne() {
    List<Path> main = named(ModelName.MAIN);
    if (!main.isEmpty()) {
      return whole(main.get(0)).orElseThrow(() -> notWhole(ModelName.MAIN, main.get(0)));
    }
    if (refs.containsKey(ModelName.MAIN)) {
      throw new FaultException(
          Texts.of(
              "The main of %s is at %s, of which the model cache %s has nothing; it has %s.",
              name.repo(),
              CachedSnapshot.shortened(refs.getOrDefault(ModelName.MAIN, "")),
              cache.root(),
              listed(snapshots)));
    }
    List<Path> whole = snapshots.stream().filter(folder -> whole(folder).isPresent()).toList();
    if (whole.size() == 1) {
      return new FoundModel(
          whole.get(0),
          Optional.of(
              Texts.of(
                  "Nothing says which commit of %s in the model cache is its main; %s is taken, %s.",
                  name.repo(),
                  listed(whole),
                  snapshots.size() == 1 ? "the only one" : "the only whole one")));
    }
    if (whole.isEmpty() && snapshots.size() == 1) {
      throw notWhole(listed(snapshots), snapshots.get(0));
    }
    throw new FaultException(
        whole.isEmpty()
            ? Texts.of(
                "None of the commits of %s in the model cache %s is whole: %s.",
                name.repo(), cache.root(), listed(snapshots))
            : Texts.of(
                "The model cache %s has several commits of %s, and nothing says which is its main:"
                    + " choose one, as %s@%s; it has %s.",
                cache.root(), name.repo(), name.repo(), shortened(whole.get(0)), listed(whole)));
  }

  private List<Path> named(String revision) {
    String commit = refs.getOrDefault(revision, revision);
    List<Path> exact = snapshots.stream().filter(folder -> commit(folder).equals(commit)).toList();
    return exact.isEmpty() && !refs.containsKey(revision) && DIGITS.matcher(commit).matches()
        ? snapshots.stream().filter(folder -> commit(folder).startsWith(commit)).toList()
        : exact;
  }

  private static Optional<FoundModel> whole(Path folder) {
    return new SnapshotFiles(folder).defect().isEmpty()
        ? Optional.of(new FoundModel(folder, Optional.empty()))
        : Optional.empty();
  }

  private FaultException notWhole(String revision, Path folder) {
    List<Path> others = snapshots.stream().filter(other -> whole(other).isPresent()).toList();
    return new FaultException(
        Texts.of(
            "%s is in the model cache %s, but cannot be opened at %s. %s%s",
            name.repo(),
            cache.root(),
            revision,
            new SnapshotFiles(folder).defect().orElse(""),
            others.isEmpty() ? "" : " Whole is " + listed(others) + "."));
  }

  /** Commits with the branches and tags that stand at them. */
  private String listed(List<Path> folders) {
    return folders.stream()
        .map(
            folder ->
                Texts.of(
                    "%s%s",
                    shortened(folder),
                    refs.entrySet().stream()
                        .filter(ref -> ref.getValue().equals(commit(folder)))
                        .map(Map.Entry::getKey)
                        .reduce((one, other) -> one + ", " + other)
                        .map(names -> " (" + names + ")")
                        .orElse("")))
        .sorted()
        .collect(joining(", "));
  }

  private static String commit(Path folder) {
    return folder.getFileName().toString();
  }

  private static String shortened(Path folder) {
    return CachedSnapshot.shortened(commit(folder));
  }
}
