package org.densesteer.hub;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A commit of a model in the cache.
 *
 * @param repo the repository
 * @param commit the commit, or what else the folder of its files is called
 * @param folder the checkpoint folder
 * @param refs the branches and tags that stand at this commit, such as {@code main}
 * @param bytes size of its files
 * @param parameters number of weights, from the headers of the weight files, else estimated from
 *     the configuration
 * @param problem why it cannot be opened, one sentence; empty when it can
 */
public record CachedSnapshot(
    RepoId repo,
    String commit,
    Path folder,
    List<String> refs,
    long bytes,
    OptionalLong parameters,
    Optional<String> problem) {

  /** Copies the list. */
  public CachedSnapshot {
    refs = List.copyOf(refs);
  }

  /** The commit as people write it: its first seven digits. */
  public String shortCommit() {
    return shortened(commit);
  }

  static String shortened(String commit) {
    return RemoteSnapshot.isCommit(commit) ? commit.substring(0, 7) : commit;
  }
}
