package org.densesteer.hub;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.densesteer.common.FaultException;
import org.densesteer.common.TextFiles;
import org.densesteer.common.UserHome;

/**
 * The settings that Hugging Face tools take from the environment, read as {@code huggingface_hub}
 * reads them, so that every program of a person uses the same cache, server and token.
 */
public final class HubEnvironment {

  private static final String PUBLIC_HUB = "https://huggingface.co";
  private static final Pattern VARIABLE = Pattern.compile("\\$(?:\\{(\\w+)}|(\\w+))");

  private final Map<String, String> variables;
  private final Path home;

  /** Uses the given variables and home folder. */
  public HubEnvironment(Map<String, String> variables, Path home) {
    this.variables = Map.copyOf(variables);
    this.home = home;
  }

  /** The environment of this process. */
  public static HubEnvironment ofProcess() {
    return new HubEnvironment(System.getenv(), UserHome.folder());
  }

  /**
   * The folder of the cache: {@code HF_HUB_CACHE}, else {@code HF_HOME/hub}, else {@code
   * ~/.cache/huggingface/hub}.
   */
  public Path cacheFolder() {
    return variable("HF_HUB_CACHE")
        .or(() -> variable("HUGGINGFACE_HUB_CACHE"))
        .map(this::path)
        .orElseGet(() -> hubHome().resolve("hub"));
  }

  /**
   * The server: {@code HF_ENDPOINT}, else the public hub.
   *
   * @throws FaultException when the variable holds no address
   */
  public URI endpoint() {
    String text = variable("HF_ENDPOINT").orElse(PUBLIC_HUB).replaceFirst("/+$", "");
    try {
      URI uri = URI.create(text);
      if (uri.getHost() != null && uri.getScheme().matches("https?")) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // Said below, in the same words as for a text that parses but is no address.
    }
    throw new FaultException(
        "HF_ENDPOINT is \"" + text + "\", which is not an address like https://huggingface.co.");
  }

  /**
   * The access token: {@code HF_TOKEN}, else the file that {@code hf auth login} leaves.
   *
   * @throws FaultException when the file is there but cannot be read
   */
  public Optional<String> token() {
    return variable("HF_TOKEN")
        .or(() -> variable("HUGGING_FACE_HUB_TOKEN"))
        .flatMap(HubEnvironment::cleaned)
        .or(this::tokenFromFile);
  }

  /** Whether the person asked for no network by {@code HF_HUB_OFFLINE}. */
  public boolean isOffline() {
    return isTrue("HF_HUB_OFFLINE") || isTrue("TRANSFORMERS_OFFLINE");
  }

  /** Whether the person asked for no symbolic links in the cache. */
  public boolean symbolicLinksDisabled() {
    return isTrue("HF_HUB_DISABLE_SYMLINKS");
  }

  /** A variable, blank ones as if absent. */
  Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  private Path hubHome() {
    return variable("HF_HOME")
        .map(this::path)
        .orElseGet(
            () ->
                variable("XDG_CACHE_HOME")
                    .map(Path::of)
                    .orElseGet(() -> home.resolve(".cache"))
                    .resolve("huggingface"));
  }

  private Optional<String> tokenFromFile() {
    Path file =
        variable("HF_TOKEN_PATH").map(this::path).orElseGet(() -> hubHome().resolve("token"));
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return cleaned(TextFiles.read(file));
    } catch (IOException e) {
      throw new FaultException("The access token in " + file + " cannot be read.", e);
    }
  }

  /**
   * Expands a leading {@code ~} and variables, as Python's {@code expanduser}, {@code expandvars}.
   */
  private Path path(String text) {
    String expanded =
        text.equals("~") || text.startsWith("~/") || text.startsWith("~\\")
            ? home + text.substring(1)
            : text;
    Matcher matcher = VARIABLE.matcher(expanded);
    return Path.of(
        matcher.replaceAll(
            match -> {
              String name = match.group(1) != null ? match.group(1) : match.group(2);
              return Matcher.quoteReplacement(variables.getOrDefault(name, match.group()));
            }));
  }

  private boolean isTrue(String name) {
    return variable(name)
        .map(v -> v.toUpperCase(Locale.ROOT).matches("1|ON|YES|TRUE"))
        .orElse(false);
  }

  private static Optional<String> cleaned(String token) {
    String text = token.replace("\r", "").replace("\n", "").strip();
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
