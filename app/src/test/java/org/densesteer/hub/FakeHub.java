package org.densesteer.hub;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on this machine that speaks the part of the hub's API that downloads use. */
public final class FakeHub implements AutoCloseable {

  public static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
  public static final RepoId REPO = RepoId.parse("Acme/Tiny-Instruct");

  /** A request as it arrived. */
  public record Seen(
      String method, String path, String query, String range, String authorization) {}

  /** How to answer one request for a file. */
  @FunctionalInterface
  public interface Behaviour {
    /** Answers and closes. */
    void answer(HttpExchange exchange, byte[] content) throws IOException;
  }

  /** Requests in the order they came. */
  public final List<Seen> seen = new CopyOnWriteArrayList<>();

  /** What the model consists of. */
  public final Map<String, byte[]> files = new TreeMap<>();

  /** What the listing says besides the files. */
  public final ObjectNode model = new ObjectMapper().createObjectNode();

  /** Whether the listing tells sizes and checksums, as the real hub does when asked. */
  volatile boolean tellsBlobs = true;

  /** What the listing answers instead of the description, if not null. */
  public volatile Behaviour listing = FakeHub::asAsked;

  private final Map<String, Deque<Behaviour>> script = new ConcurrentHashMap<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  /** Serves one small model. */
  public FakeHub() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
    model.put("id", REPO.toString()).put("sha", COMMIT).put("gated", false);
    files.putAll(Checkpoints.files(20_000));
    files.put("pytorch_model.bin", new byte[10]);
    files.put("README.md", new byte[10]);
    files.put("onnx/model.safetensors", new byte[10]);
  }

  /** What {@code HF_ENDPOINT} takes. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The next requests for a file are answered so; later ones as asked. */
  public void next(String file, Behaviour... behaviours) {
    script.computeIfAbsent(file, f -> new ArrayDeque<>()).addAll(List.of(behaviours));
  }

  /** Requests for the content of a file, in order. */
  public List<Seen> gets(String file) {
    return seen.stream()
        .filter(
            s -> s.method().equals("GET") && s.path().endsWith("/resolve/" + COMMIT + "/" + file))
        .toList();
  }

  /** The whole content, or its rest when a range was asked for. */
  public static void asAsked(HttpExchange exchange, byte[] content) throws IOException {
    int from = rangeStart(exchange);
    if (from > 0) {
      exchange
          .getResponseHeaders()
          .set(
              "Content-Range", "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
    }
    send(exchange, from > 0 ? 206 : 200, content, from, content.length);
  }

  /**
   * Breaks the connection after some bytes of what was asked for, but only once they have arrived
   * in a file: a client may drop what is still on its way when the connection breaks.
   */
  static Behaviour cutAfter(int bytes, Path arrivingIn) {
    return (exchange, content) -> {
      int from = rangeStart(exchange);
      if (from > 0) {
        exchange
            .getResponseHeaders()
            .set("Content-Range", "bytes " + from + "-" + (content.length - 1) + "/*");
      }
      exchange.sendResponseHeaders(from > 0 ? 206 : 200, content.length - from);
      exchange.getResponseBody().write(content, from, bytes);
      exchange.getResponseBody().flush();
      long end = System.nanoTime() + 5_000_000_000L;
      while (size(arrivingIn) < from + bytes && System.nanoTime() < end) {
        Watch.slice(2);
      }
      exchange.close(); // without the rest, the connection is broken off
    };
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0;
    }
  }

  /** Sends everything from the start, whatever was asked, and breaks off after some bytes. */
  static Behaviour ignoringRange(int bytes) {
    return (exchange, content) -> send(exchange, 200, content, 0, Math.min(bytes, content.length));
  }

  /** Sends the right number of wrong bytes. */
  static void wrongBytes(HttpExchange exchange, byte[] content) throws IOException {
    byte[] wrong = content.clone();
    wrong[wrong.length / 2] ^= 1;
    asAsked(exchange, wrong);
  }

  /** Answers with a status and headers, and no body. */
  public static Behaviour status(int status, String... headers) {
    return (exchange, content) -> {
      for (int i = 0; i < headers.length; i += 2) {
        exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
      }
      exchange.sendResponseHeaders(status, -1);
      exchange.close();
    };
  }

  /** Sends some bytes, then nothing more, without closing. */
  public Behaviour stallAfter(int bytes) {
    return (exchange, content) -> {
      exchange.sendResponseHeaders(200, content.length);
      OutputStream out = exchange.getResponseBody();
      out.write(content, 0, bytes);
      out.flush();
      try {
        closing.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      exchange.close();
    };
  }

  private static int rangeStart(HttpExchange exchange) {
    String range = exchange.getRequestHeaders().getFirst("Range");
    return range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
  }

  private static void send(HttpExchange exchange, int status, byte[] content, int from, int to)
      throws IOException {
    exchange.sendResponseHeaders(status, content.length - from);
    OutputStream out = exchange.getResponseBody();
    out.write(content, from, to - from);
    out.flush();
    exchange.close(); // without the rest, the connection is broken off
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String range = exchange.getRequestHeaders().getFirst("Range");
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    String query = exchange.getRequestURI().getRawQuery();
    seen.add(new Seen(exchange.getRequestMethod(), path, query, range, authorization));
    if (path.startsWith("/api/models/")) {
      listing.answer(exchange, description().getBytes(StandardCharsets.UTF_8));
      return;
    }
    String name = path.replaceFirst("^.*/resolve/[^/]+/|^/storage/", "");
    byte[] content = files.get(name);
    if (content == null) {
      status(404, "X-Error-Code", "EntryNotFound").answer(exchange, new byte[0]);
    } else if (exchange.getRequestMethod().equals("HEAD")) {
      head(exchange, name, content);
    } else {
      Deque<Behaviour> planned = script.getOrDefault(name, new ArrayDeque<>());
      Behaviour behaviour = planned.poll();
      (behaviour == null ? (Behaviour) FakeHub::asAsked : behaviour).answer(exchange, content);
    }
  }

  /** Large files live elsewhere: the hub's own headers describe them beside the redirect. */
  private static void head(HttpExchange exchange, String name, byte[] content) throws IOException {
    exchange.getResponseHeaders().set("X-Repo-Commit", COMMIT);
    if (Checkpoints.isLarge(name)) {
      exchange.getResponseHeaders().set("X-Linked-Size", Integer.toString(content.length));
      exchange
          .getResponseHeaders()
          .set("X-Linked-Etag", '"' + Checkpoints.etag(name, content) + '"');
      exchange.getResponseHeaders().set("Location", "http://storage.invalid/" + name);
      exchange.sendResponseHeaders(302, -1);
    } else {
      exchange.getResponseHeaders().set("ETag", "W/\"" + Checkpoints.etag(name, content) + '"');
      exchange.getResponseHeaders().set("Content-Length", Integer.toString(content.length));
      exchange.sendResponseHeaders(200, -1);
    }
    exchange.close();
  }

  private String description() {
    ObjectNode answer = model.deepCopy();
    var siblings = answer.withArray("siblings");
    files.forEach(
        (name, content) -> {
          ObjectNode sibling = siblings.addObject().put("rfilename", name);
          if (tellsBlobs && Checkpoints.isLarge(name)) {
            sibling.put("size", content.length).put("blobId", "f".repeat(40));
            sibling
                .putObject("lfs")
                .put("sha256", Checkpoints.etag(name, content))
                .put("size", content.length)
                .put("pointerSize", 134);
          } else if (tellsBlobs) {
            sibling.put("size", content.length).put("blobId", Checkpoints.etag(name, content));
          }
        });
    return answer.toString();
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
