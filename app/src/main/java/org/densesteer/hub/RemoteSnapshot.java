package org.densesteer.hub;

import java.util.List;
import java.util.regex.Pattern;
import org.densesteer.common.FaultException;

/**
 * One commit of a repository, with those of its files that running the model takes.
 *
 * @param repo the repository
 * @param revision what was asked for: a branch, a tag or a commit
 * @param commit the commit's 40 hexadecimal digits
 * @param files the needed files, the smallest first
 */
public record RemoteSnapshot(RepoId repo, String revision, String commit, List<RemoteFile> files) {

  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");
  private static final Pattern REVISION =
      Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*(?:/[A-Za-z0-9_][A-Za-z0-9_.-]*)*");

  /** Checks what becomes part of a path. */
  public RemoteSnapshot {
    requireRevision(revision);
    requireCommit(repo, commit);
    files = List.copyOf(files);
  }

  /** Bytes of all needed files. */
  public long totalBytes() {
    return files.stream().mapToLong(RemoteFile::size).sum();
  }

  static boolean isCommit(String text) {
    return COMMIT.matcher(text).matches();
  }

  static void requireCommit(RepoId repo, String commit) {
    if (!isCommit(commit)) {
      throw new FaultException(
          "The server names the commit of " + repo + " \"" + commit + "\", which is no commit.");
    }
  }

  static void requireRevision(String revision) {
    if (!REVISION.matcher(revision).matches() || revision.contains("..")) {
      throw new FaultException(
          "\"" + revision + "\" is not the name of a branch, a tag or a commit.");
    }
  }
}
