package org.densesteer.model.memory;

import org.densesteer.common.FaultException;

/** A model that does not fit into the free memory. */
public final class MemoryFault extends FaultException {

  private final long missingBytes;

  MemoryFault(String sentence, long missingBytes) {
    super(sentence);
    this.missingBytes = missingBytes;
  }

  /** How much more would have to be free. */
  public long missingBytes() {
    return missingBytes;
  }
}
