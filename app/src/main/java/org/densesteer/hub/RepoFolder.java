package org.densesteer.hub;

import java.nio.file.Path;

/**
 * Where the parts of one repository lie in the cache.
 *
 * @param cache the cache's root
 * @param repo the repository
 */
record RepoFolder(Path cache, RepoId repo) {

  Path folder() {
    return cache.resolve(repo.folderName());
  }

  /** Contents, by ETag. */
  Path blob(String etag) {
    return folder().resolve("blobs").resolve(etag);
  }

  /** A content still on its way. */
  Path incomplete(String etag) {
    return folder().resolve("blobs").resolve(etag + ".incomplete");
  }

  /** The files of a commit, by name. */
  Path snapshot(String commit) {
    return folder().resolve("snapshots").resolve(commit);
  }

  Path refs() {
    return folder().resolve("refs");
  }

  /** A file that holds the commit of a branch or tag. */
  Path ref(String revision) {
    return refs().resolve(revision);
  }

  /** The lock of a blob, at the place where Python tools have theirs. */
  Path lock(String etag) {
    return cache.resolve(".locks").resolve(repo.folderName()).resolve(etag + ".lock");
  }
}
