package org.densesteer.steering.format;

import org.densesteer.common.FaultException;

/** The fault of a file with one direction that names no layer: it can be read once one is given. */
public final class MissingLayerException extends FaultException {

  private static final long serialVersionUID = 1L;

  MissingLayerException(String sentence) {
    super(sentence);
  }
}
