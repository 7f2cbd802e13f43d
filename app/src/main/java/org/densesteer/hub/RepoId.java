package org.densesteer.hub;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.densesteer.common.FaultException;

/**
 * The name of a model repository, {@code owner/name}, or {@code name} alone for the hub's oldest
 * models, by the rules of huggingface_hub 1.33; safe as a part of a path and of an address.
 *
 * @param owner user or organisation; empty where there is none
 * @param name the model's name
 */
public record RepoId(String owner, String name) {

  private static final Pattern PART =
      Pattern.compile("[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,94}[A-Za-z0-9_])?");
  private static final Pattern PAGE =
      Pattern.compile("https?://(?:www\\.)?(?:huggingface\\.co|hf\\.co)/([^/]+/[^/?#]+).*");
  private static final String FOLDER_PREFIX = "models--";
  private static final String SNAPSHOTS = "snapshots";

  /**
   * Checks both parts.
   *
   * @throws FaultException when a part breaks the hub's rules
   */
  public RepoId {
    if (!owner.isEmpty() && !isValid(owner) || !isValid(name) || name.endsWith(".git")) {
      throw wrong(owner.isEmpty() ? name : owner + "/" + name);
    }
  }

  /**
   * Reads {@code owner/name}, {@code name}, or the address of a model's page.
   *
   * @throws FaultException when the text names no repository
   */
  public static RepoId parse(String text) {
    String id = text.strip();
    var page = PAGE.matcher(id);
    if (page.matches()) {
      id = page.group(1);
    }
    int slash = id.indexOf('/');
    if (slash == 0) {
      throw wrong(id);
    }
    return slash < 0
        ? new RepoId("", id)
        : new RepoId(id.substring(0, slash), id.substring(slash + 1));
  }

  /** Reads the name of a cache folder such as {@code models--Qwen--Qwen2.5-0.5B}. */
  static Optional<RepoId> ofFolder(String folder) {
    if (!folder.startsWith(FOLDER_PREFIX)) {
      return Optional.empty();
    }
    String[] parts = folder.substring(FOLDER_PREFIX.length()).split("--", -1);
    try {
      return switch (parts.length) {
        case 1 -> Optional.of(new RepoId("", parts[0]));
        case 2 -> Optional.of(parts).filter(p -> !p[0].isEmpty()).map(p -> new RepoId(p[0], p[1]));
        default -> Optional.empty();
      };
    } catch (FaultException e) {
      return Optional.empty();
    }
  }

  /** The repository of a cache's snapshot folder; nothing for a folder of another kind. */
  public static Optional<RepoId> ofSnapshot(Path folder) {
    Path path = folder.toAbsolutePath().normalize();
    int parts = path.getNameCount();
    return parts > 2 && path.getName(parts - 2).toString().equals(SNAPSHOTS)
        ? ofFolder(path.getName(parts - 3).toString())
        : Optional.empty();
  }

  /** The repository's folder in the cache. */
  String folderName() {
    return FOLDER_PREFIX + (owner.isEmpty() ? "" : owner + "--") + name;
  }

  @Override
  public String toString() {
    return owner.isEmpty() ? name : owner + "/" + name;
  }

  private static boolean isValid(String part) {
    return PART.matcher(part).matches() && !part.contains("--") && !part.contains("..");
  }

  private static FaultException wrong(String id) {
    return new FaultException(
        "\""
            + id
            + "\" is not the name of a model: write owner/name, for example"
            + " Qwen/Qwen2.5-0.5B-Instruct.");
  }
}
