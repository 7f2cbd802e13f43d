package org.densesteer.hub;

import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.densesteer.common.FaultException;
import org.jspecify.annotations.Nullable;

/** Turns what went wrong below HTTP into words. */
final class NetworkFaults {

  private NetworkFaults() {}

  /**
   * A transient fault for what may pass.
   *
   * @throws FaultException for what will not: a certificate that cannot be trusted
   */
  static TransientFault explain(@Nullable Throwable cause, URI address, Duration patience) {
    if (cause instanceof TransientFault fault) {
      return fault;
    }
    String host = address.getHost();
    if (cause instanceof SSLException) {
      throw new FaultException(
          "No secure connection to "
              + host
              + " is possible ("
              + cause.getMessage()
              + "): check the clock, the proxy and HF_ENDPOINT.",
          cause);
    }
    if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
      return new TransientFault(
          host + " cannot be reached; check the network connection and HF_ENDPOINT", null, cause);
    }
    if (cause instanceof HttpTimeoutException) {
      return silent(address, patience, cause);
    }
    return broken(cause);
  }

  /** A host that took the request and says nothing. */
  static TransientFault silent(URI address, Duration patience, @Nullable Throwable cause) {
    return new TransientFault(
        address.getHost()
            + " did not answer within "
            + Math.max(1, patience.toSeconds())
            + " seconds",
        null,
        cause);
  }

  /** A connection that ended in the middle of a body. */
  static TransientFault broken(@Nullable Throwable cause) {
    return new TransientFault("the connection broke", null, cause);
  }
}
