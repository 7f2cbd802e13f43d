package org.densesteer.model;

import java.nio.file.Path;

/** Text to token ids and back, as the checkpoint's {@code tokenizer.json} says. */
public final class Tokenizer implements AutoCloseable {

  private Tokenizer() {}

  /** Reads {@code tokenizer.json} of a checkpoint folder. */
  public static Tokenizer open(Path checkpointFolder) {
    throw new UnsupportedOperationException();
  }

  /** Ids of a text; special tokens written out in it are recognised, none are added. */
  public int[] encode(String text) {
    throw new UnsupportedOperationException();
  }

  /** How many tokens a text alone has, without special tokens: the token count of ρ. */
  public int count(String text) {
    return encode(text).length;
  }

  /** Text of some ids, special tokens left out. */
  public String decode(int[] ids) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
