package org.densesteer.hub;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.densesteer.common.Cancellation;
import org.densesteer.common.FaultException;
import org.densesteer.common.Json;
import org.densesteer.common.JsonFlaw;
import org.densesteer.model.checkpoint.WeightFiles;

/** Asks a Hugging Face hub, or a mirror that speaks its API, about models and for their files. */
public final class HubClient {

  private static final int LONGEST_LISTING = 64 << 20;
  private static final int TRIES_FOR_A_QUESTION = 3;

  private final URI endpoint;
  private final RetryPolicy policy;
  private final HubHttp http;
  private final HubFaults faults;
  private final boolean offline;

  /**
   * A client for the server and token of an environment.
   *
   * @throws FaultException when the environment names no usable server
   */
  public HubClient(HubEnvironment environment, RetryPolicy policy) {
    this.endpoint = environment.endpoint();
    this.policy = policy;
    this.http = new HubHttp(environment, policy.stall());
    this.faults = new HubFaults(http, endpoint.getAuthority());
    this.offline = environment.isOffline();
  }

  /**
   * What a revision of a model consists of: its commit and the files that running it takes.
   *
   * @param revision a branch, a tag or a commit, usually {@code main}
   * @throws FaultException when there is no such model, it may not be seen, it lacks a needed file,
   *     or the server cannot be reached
   */
  public RemoteSnapshot describe(RepoId repo, String revision, Cancellation cancellation) {
    RemoteSnapshot.requireRevision(revision);
    if (offline) {
      throw new FaultException(
          "No model can be looked up because HF_HUB_OFFLINE is set: unset it to use the network.");
    }
    Watch watch = cancellation::check;
    Retries retries =
        new Retries(
            policy.withAttempts(TRIES_FOR_A_QUESTION),
            "Asking " + endpoint.getAuthority() + " about " + repo,
            (reason, wait) -> {});
    while (true) {
      try {
        try {
          return listing(repo, revision, watch);
        } catch (TransientFault e) {
          retries.failed(e, watch);
        }
      } catch (IOException e) {
        throw new FaultException("Asking about " + repo + " failed: " + e.getMessage() + ".", e);
      }
    }
  }

  /**
   * Begins to fetch a file.
   *
   * @param offset the first byte wanted; the answer's status says whether the server agreed
   * @return an answer with status 200, 206 or 416
   * @throws TransientFault when it may work later
   */
  HubResponse open(RemoteSnapshot snapshot, RemoteFile file, long offset, Watch watch)
      throws IOException {
    URI address = resolve(snapshot.repo(), snapshot.commit(), file.name());
    HubResponse response = http.get(address, offset, watch);
    boolean handedOver = false;
    try {
      if (!List.of(200, 206, 416).contains(response.status())) {
        faults.check(response, snapshot.repo(), snapshot.commit(), file.name());
        throw new FaultException(
            address + " answered with the unexpected status " + response.status() + ".");
      }
      handedOver = true;
      return response;
    } finally {
      if (!handedOver) {
        response.close();
      }
    }
  }

  RetryPolicy policy() {
    return policy;
  }

  private RemoteSnapshot listing(RepoId repo, String revision, Watch watch) throws IOException {
    URI address =
        URI.create(
            endpoint + "/api/models/" + repo + "/revision/" + encoded(revision) + "?blobs=true");
    JsonNode model;
    try (HubResponse response = http.get(address, 0, watch)) {
      faults.check(response, repo, revision, null);
      model = parse(response.bytes(LONGEST_LISTING, policy.stall(), watch), repo);
    }
    String commit = model.path("sha").asText();
    RemoteSnapshot.requireCommit(repo, commit);
    Map<String, JsonNode> siblings = new LinkedHashMap<>();
    for (JsonNode sibling : model.path("siblings")) {
      siblings.put(sibling.path("rfilename").asText(), sibling);
    }
    Set<String> needed = NeededFiles.select(repo, siblings.keySet());
    if (needed.contains(WeightFiles.INDEX)) {
      JsonNode index = index(repo, commit, watch);
      needed.addAll(NeededFiles.shards(repo, index, siblings.keySet()));
    }
    List<RemoteFile> files = new ArrayList<>();
    for (String name : needed) {
      Optional<RemoteFile> listed = listed(name, siblings.get(name));
      files.add(listed.isPresent() ? listed.get() : ask(repo, commit, name, watch));
    }
    files.sort(Comparator.comparingLong(RemoteFile::size).thenComparing(RemoteFile::name));
    return new RemoteSnapshot(repo, revision, commit, files);
  }

  private JsonNode index(RepoId repo, String commit, Watch watch) throws IOException {
    try (HubResponse response = http.get(resolve(repo, commit, WeightFiles.INDEX), 0, watch)) {
      faults.check(response, repo, commit, WeightFiles.INDEX);
      return Json.LENIENT.readTree(response.bytes(LONGEST_LISTING, policy.stall(), watch));
    } catch (JsonProcessingException e) {
      throw new FaultException(WeightFiles.INDEX + " of " + repo + " " + JsonFlaw.of(e) + ".", e);
    }
  }

  private JsonNode parse(byte[] body, RepoId repo) throws IOException {
    try {
      JsonNode model = Json.LENIENT.readTree(body);
      if (model != null && model.path("siblings").isArray() && model.path("sha").isTextual()) {
        return model;
      }
    } catch (JsonProcessingException e) {
      // Same sentence as for JSON of another kind.
    }
    throw new FaultException(
        endpoint
            + " does not describe "
            + repo
            + " as a Hugging Face hub would: check HF_ENDPOINT and the network's login page.");
  }

  /** What {@code ?blobs=true} adds to the listing; mirrors may leave it out. */
  private static Optional<RemoteFile> listed(String name, JsonNode sibling) {
    JsonNode sha = sibling.path("lfs").path("sha256");
    String etag = sha.isTextual() ? sha.asText() : sibling.path("blobId").asText("");
    JsonNode size = sibling.path("lfs").path("size");
    if (!size.isNumber()) {
      size = sibling.path("size");
    }
    boolean whole = !etag.isEmpty() && size.isNumber();
    return whole ? Optional.of(new RemoteFile(name, size.asLong(), etag)) : Optional.empty();
  }

  private RemoteFile ask(RepoId repo, String commit, String name, Watch watch) throws IOException {
    try (HubResponse response = http.head(resolve(repo, commit, name), watch)) {
      faults.check(response, repo, commit, name);
      String etag = response.header("X-Linked-Etag").or(() -> response.header("ETag")).orElse("");
      String size =
          response
              .header("X-Linked-Size")
              .or(() -> response.header("Content-Length"))
              .filter(s -> s.matches("\\d{1,18}"))
              .orElse("-1");
      return new RemoteFile(
          name, Long.parseLong(size), etag.replaceFirst("^W/", "").replace("\"", ""));
    }
  }

  private URI resolve(RepoId repo, String commit, String name) {
    String path = Arrays.stream(name.split("/")).map(HubClient::encoded).collect(joining("/"));
    return URI.create(endpoint + "/" + repo + "/resolve/" + commit + "/" + path);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
