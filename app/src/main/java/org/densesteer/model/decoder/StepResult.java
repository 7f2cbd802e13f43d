package org.densesteer.model.decoder;

import java.util.List;

/**
 * What one pass gave.
 *
 * @param logits after the last position of every row; the caller closes it
 * @param reports what each site did, in the order of {@link Sites#list}
 */
public record StepResult(Logits logits, List<SiteReport> reports) implements AutoCloseable {

  @Override
  public void close() {
    logits.close();
  }
}
