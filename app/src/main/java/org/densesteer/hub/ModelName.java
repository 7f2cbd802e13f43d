package org.densesteer.hub;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.densesteer.common.FaultException;

/**
 * How a person names a model: its repository, and the revision where it matters.
 *
 * @param repo the repository
 * @param revision a branch, a tag, a commit or the first digits of one; empty for whatever stands
 *     at {@code main}
 */
public record ModelName(RepoId repo, Optional<String> revision) {

  /** The branch that is meant where none is named. */
  static final String MAIN = "main";

  private static final Pattern TREE =
      Pattern.compile("https?://[^/]+/[^/]+/[^/]+/tree/([^/?#]+).*");

  /**
   * Checks the revision.
   *
   * @throws FaultException when it is not the name of one
   */
  public ModelName {
    revision.ifPresent(RemoteSnapshot::requireRevision);
  }

  /** A model as it stands at {@code main}. */
  public static ModelName of(RepoId repo) {
    return new ModelName(repo, Optional.empty());
  }

  /**
   * Reads {@code owner/name}, {@code name}, either with {@code @revision} behind it, or the address
   * of a model's page.
   *
   * @throws FaultException when the text names no repository or no revision
   */
  public static ModelName parse(String text) {
    String name = text.strip();
    Matcher tree = TREE.matcher(name);
    if (tree.matches()) {
      String revision = URLDecoder.decode(tree.group(1), StandardCharsets.UTF_8);
      return new ModelName(RepoId.parse(name), Optional.of(revision));
    }
    int at = name.indexOf('@');
    return at < 0
        ? of(RepoId.parse(name))
        : new ModelName(RepoId.parse(name.substring(0, at)), Optional.of(name.substring(at + 1)));
  }

  /** What to ask a server for. */
  String revisionOrMain() {
    return revision.orElse(MAIN);
  }

  @Override
  public String toString() {
    return repo + revision.map(name -> "@" + name).orElse("");
  }
}
