package org.densesteer.hub;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.densesteer.common.FaultException;
import org.jspecify.annotations.Nullable;

/** Turns refusals of the hub into sentences that say what to do. */
final class HubFaults {

  private final HubHttp http;
  private final String host;

  HubFaults(HubHttp http, String host) {
    this.http = http;
    this.host = host;
  }

  /**
   * Returns when the answer is a success.
   *
   * @param file the file asked for, or null when the repository itself was
   * @throws TransientFault when the same request may succeed later
   * @throws FaultException when it will not
   */
  void check(HubResponse response, RepoId repo, String revision, @Nullable String file)
      throws IOException {
    int status = response.status();
    if (status >= 200 && status < 400) {
      return;
    }
    if (status == 408 || status == 425 || status == 429 || status >= 500) {
      throw new TransientFault(busy(response), retryAfter(response), null);
    }
    if (!http.isHub(response.address())) {
      // The hub signs the address of a stored file for a while only; a new request gets a new one.
      throw new TransientFault(
          response.address().getHost() + " answered with status " + status, null, null);
    }
    String code = response.header("X-Error-Code").orElse("");
    throw new FaultException(sentence(status, code, repo, revision, file));
  }

  private String sentence(
      int status, String code, RepoId repo, String revision, @Nullable String file) {
    if (code.equals("RepoNotFound") || (status == 404 && file == null && code.isEmpty())) {
      return "There is no model "
          + repo
          + " at "
          + host
          + (http.hasToken()
              ? " that your access token may see: check its name."
              : ": check its name, or set HF_TOKEN if it is private.");
    }
    if (code.equals("RevisionNotFound")) {
      return repo + " has no branch, tag or commit \"" + revision + "\" at " + host + ".";
    }
    if (status == 404) {
      return repo + " has no file " + file + " at " + host + ".";
    }
    if (status == 401 || status == 403) {
      return code.equals("GatedRepo") || file != null ? gated(repo) : refused(repo, status);
    }
    return host + " refused the request for " + repo + " with status " + status + ".";
  }

  private String gated(RepoId repo) {
    String page = "accept its licence at https://huggingface.co/" + repo;
    return http.hasToken()
        ? repo
            + " is gated and your access token has no access to it: "
            + page
            + " with the account of the token, then try again."
        : repo
            + " is gated: "
            + page
            + ", then set HF_TOKEN or log in with \"hf auth login\", and try again.";
  }

  private String refused(RepoId repo, int status) {
    return host
        + " refuses access to "
        + repo
        + " (status "
        + status
        + "): "
        + (http.hasToken()
            ? "the access token is not valid there; check HF_TOKEN."
            : "set HF_TOKEN or log in with \"hf auth login\".");
  }

  private static String busy(HubResponse response) {
    String who = response.address().getHost();
    return response.status() == 429
        ? who + " allows no more requests for now (status 429)"
        : who + " is not available (status " + response.status() + ")";
  }

  /** Either a number of seconds or a date (RFC 9110, 10.2.3). */
  private static @Nullable Duration retryAfter(HubResponse response) {
    Optional<String> value = response.header("Retry-After").map(String::strip);
    if (value.isEmpty()) {
      return null;
    }
    if (value.get().matches("\\d{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(value.get()));
    }
    try {
      Instant then =
          ZonedDateTime.parse(value.get(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration wait = Duration.between(Instant.now(), then);
      return wait.isNegative() ? null : wait;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
