package org.densesteer.hub;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An answer whose body has yet to be read.
 *
 * @param address who answered, after redirects
 * @param status the HTTP status
 * @param headers the headers
 * @param body the body, to be closed
 */
record HubResponse(URI address, int status, HttpHeaders headers, ByteFlow body)
    implements AutoCloseable {

  /** The first value of a header. */
  Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /** Reads a small body. */
  byte[] bytes(int limit, Duration stall, Watch watch) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<ByteBuffer> pieces;
    while ((pieces = body.next(stall, watch)) != null) {
      for (ByteBuffer piece : pieces) {
        if (out.size() + piece.remaining() > limit) {
          throw new IOException("the answer is longer than " + limit + " bytes");
        }
        byte[] copy = new byte[piece.remaining()];
        piece.get(copy);
        out.write(copy);
      }
    }
    return out.toByteArray();
  }

  @Override
  public void close() {
    body.close();
  }
}
