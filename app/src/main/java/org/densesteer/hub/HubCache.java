package org.densesteer.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.densesteer.common.AtomicFiles;
import org.densesteer.common.FaultException;
import org.densesteer.common.TextFiles;

/**
 * The Hugging Face cache on this machine: what Python tools have fetched is found here, and what is
 * fetched here is found by them.
 *
 * @param root the cache's folder, which need not exist yet
 */
public record HubCache(Path root) {

  private static final Comparator<CachedSnapshot> ORDER =
      Comparator.comparing((CachedSnapshot s) -> s.repo().toString(), String::compareToIgnoreCase)
          .thenComparing(s -> !s.refs().contains("main"))
          .thenComparing(CachedSnapshot::commit);

  /** The cache that an environment names. */
  public static HubCache of(HubEnvironment environment) {
    return new HubCache(environment.cacheFolder());
  }

  /**
   * Every commit of every model in the cache, by name, the one at {@code main} first.
   *
   * @param support judges those that are whole
   * @throws FaultException when the cache is there but cannot be listed
   */
  public List<CachedSnapshot> snapshots(SnapshotSupport support) {
    List<CachedSnapshot> found = new ArrayList<>();
    for (Path folder : rootFolders()) {
      RepoId.ofFolder(folder.getFileName().toString())
          .ifPresent(repo -> found.addAll(snapshots(new RepoFolder(root, repo), support)));
    }
    found.sort(ORDER);
    return found;
  }

  /**
   * The checkpoint folder that a name means; nothing when the cache does not have the model at all.
   *
   * @throws FaultException when it has the model, but not so or not whole
   */
  public Optional<FoundModel> find(ModelName name) {
    return Files.isDirectory(new RepoFolder(root, name.repo()).folder())
        ? Optional.of(new CacheLookup(this, name).find())
        : Optional.empty();
  }

  private static List<CachedSnapshot> snapshots(RepoFolder folder, SnapshotSupport support) {
    Map<String, String> refs = refs(folder);
    List<CachedSnapshot> found = new ArrayList<>();
    for (Path snapshot : snapshotFolders(folder)) {
      String commit = snapshot.getFileName().toString();
      SnapshotFiles files = new SnapshotFiles(snapshot);
      found.add(
          new CachedSnapshot(
              folder.repo(),
              commit,
              snapshot,
              refs.entrySet().stream()
                  .filter(ref -> ref.getValue().equals(commit))
                  .map(Map.Entry::getKey)
                  .toList(),
              files.bytes(),
              files.parameters(),
              files
                  .otherFormat()
                  .or(() -> support.objectionToConfiguration(snapshot))
                  .or(files::defect)
                  .or(() -> support.objection(snapshot))));
    }
    return found;
  }

  /** Branches and tags with their commits; names such as {@code pr/1} lie in sub-folders. */
  static Map<String, String> refs(RepoFolder folder) {
    Map<String, String> refs = new TreeMap<>();
    Path top = folder.refs();
    if (Files.isDirectory(top)) {
      try (var files = Files.walk(top, 4)) {
        for (Path file : (Iterable<Path>) files::iterator) {
          if (Files.isRegularFile(file) && Files.size(file) < 200) {
            String name = top.relativize(file).toString().replace('\\', '/');
            refs.put(name, TextFiles.read(file).strip());
          }
        }
      } catch (IOException | UncheckedIOException e) {
        // A repository whose refs cannot be read still has its commits.
        return refs;
      }
    }
    return refs;
  }

  private List<Path> rootFolders() {
    try {
      return folders(root);
    } catch (IOException e) {
      throw new FaultException(
          "The model cache " + root + " cannot be listed: " + AtomicFiles.reason(e) + ".", e);
    }
  }

  /**
   * The folders of a repository's commits, whatever they are called, but for hidden ones. Nothing
   * where one repository may not be read: the others are still worth listing.
   */
  static List<Path> snapshotFolders(RepoFolder folder) {
    try {
      return folders(folder.folder().resolve("snapshots")).stream()
          .filter(snapshot -> !snapshot.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static List<Path> folders(Path parent) throws IOException {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    try (var entries = Files.list(parent)) {
      return entries.filter(Files::isDirectory).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
