package org.densesteer.hub;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;

/** Whether the hub can be reached from here. */
public final class HubReach {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private HubReach() {}

  /**
   * Asks the server for its head, with the person's proxy and token.
   *
   * @return a few words about the answer
   * @throws FaultException when there is none, or the network is not to be used
   */
  public static String of(HubEnvironment environment) {
    URI endpoint = environment.endpoint();
    if (environment.isOffline()) {
      return "not asked: HF_HUB_OFFLINE keeps off the network";
    }
    long begin = System.nanoTime();
    try (HubResponse response = new HubHttp(environment, PATIENCE).head(endpoint, () -> {})) {
      return Texts.of(
          "%s answers with %d after %d ms",
          endpoint, response.status(), (System.nanoTime() - begin) / 1_000_000);
    } catch (IOException e) {
      String why = String.valueOf(NetworkFaults.explain(e, endpoint, PATIENCE).getMessage());
      throw new FaultException(why + ".", e);
    }
  }
}
