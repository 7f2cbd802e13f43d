package org.densesteer.hub;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Requests to one hub. It follows redirects itself, because the access token must go to the hub and
 * to nobody else.
 */
final class HubHttp {

  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final int MOST_REDIRECTS = 10;
  private static final Pattern UNSAFE = Pattern.compile("[ \"<>\\\\^`{|}]");
  private static final String USER_AGENT = "densesteer-workbench";

  private final URI endpoint;
  private final Optional<String> token;
  private final Duration patience;
  private final EnvironmentProxy proxy;
  private final HttpClient client;

  /**
   * Speaks to the environment's server with its token and through its proxy.
   *
   * @param patience longest wait for a connection, and for the head of an answer
   */
  HubHttp(HubEnvironment environment, Duration patience) {
    this.endpoint = environment.endpoint();
    this.token = environment.token();
    this.proxy = new EnvironmentProxy(environment, ProxySelector.getDefault());
    this.patience = patience;
    // One long body per connection: HTTP/2 adds only its flow control to that.
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(patience)
            .proxy(proxy)
            .build();
  }

  boolean hasToken() {
    return token.isPresent();
  }

  /** Whether an answer came from the hub itself rather than from a host it sent us to. */
  boolean isHub(URI address) {
    return sameOrigin(endpoint, address);
  }

  /** GET, from byte {@code offset} on when that is not 0; follows redirects anywhere. */
  HubResponse get(URI address, long offset, Watch watch) throws IOException {
    return follow("GET", address, offset, watch);
  }

  /**
   * HEAD; follows redirects within the hub. A redirect to a storage host is the answer itself, for
   * only the hub's headers say what the file is.
   */
  HubResponse head(URI address, Watch watch) throws IOException {
    return follow("HEAD", address, 0, watch);
  }

  private HubResponse follow(String method, URI start, long offset, Watch watch)
      throws IOException {
    URI address = start;
    for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
      HubResponse response = send(method, address, offset, watch);
      URI next = redirect(response);
      if (next == null || (method.equals("HEAD") && !isHub(next))) {
        return response;
      }
      response.close();
      address = next;
    }
    throw new FaultException(start + " leads in circles: more than 10 redirects.");
  }

  private static @Nullable URI redirect(HubResponse response) {
    if (!REDIRECTS.contains(response.status())) {
      return null;
    }
    URI from = response.address();
    String location = response.header("Location").orElse("");
    try {
      URI next = from.resolve(escaped(location));
      boolean secure = "https".equals(next.getScheme());
      boolean asSecure =
          secure || ("http".equals(next.getScheme()) && !from.getScheme().equals("https"));
      if (next.getHost() != null && !location.isEmpty() && asSecure) {
        return next;
      }
    } catch (IllegalArgumentException e) {
      // Said below, with the addresses that are refused.
    }
    response.close();
    throw new FaultException(
        from.getHost() + " redirects to \"" + location + "\", which cannot be followed safely.");
  }

  /** Storage hosts write quotes and bars into signed addresses, which Java's URI does not take. */
  private static String escaped(String location) {
    return UNSAFE.matcher(location).replaceAll(c -> Texts.of("%%%02X", (int) c.group().charAt(0)));
  }

  private HubResponse send(String method, URI address, long offset, Watch watch)
      throws IOException {
    proxy.check(address);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .method(method, HttpRequest.BodyPublishers.noBody())
            .header("User-Agent", USER_AGENT);
    if (offset > 0) {
      request.header("Range", "bytes=" + offset + "-");
    }
    if (isHub(address)) {
      token.ifPresent(t -> request.header("Authorization", "Bearer " + t));
    }
    HttpResponse<ByteFlow> response = await(request.build(), watch);
    return new HubResponse(address, response.statusCode(), response.headers(), response.body());
  }

  /**
   * Waits for the head of the answer. The request's own timeout is not used: newer JDKs let it
   * cover the body too, which takes as long as it takes.
   */
  private HttpResponse<ByteFlow> await(HttpRequest request, Watch watch) throws IOException {
    CompletableFuture<HttpResponse<ByteFlow>> answer =
        client.sendAsync(request, head -> new ByteFlow());
    long start = System.nanoTime();
    try {
      while (System.nanoTime() - start < patience.toNanos()) {
        watch.check();
        try {
          return answer.get(Watch.SLICE, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          continue;
        }
      }
      throw NetworkFaults.silent(request.uri(), patience, null);
    } catch (ExecutionException e) {
      throw NetworkFaults.explain(e.getCause(), request.uri(), patience);
    } catch (InterruptedException e) {
      throw Watch.interrupted();
    } finally {
      answer.cancel(true); // without effect once the head is here
    }
  }

  private static boolean sameOrigin(URI a, URI b) {
    return a.getScheme().equalsIgnoreCase(b.getScheme())
        && a.getHost().equalsIgnoreCase(b.getHost())
        && port(a) == port(b);
  }

  private static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
  }
}
