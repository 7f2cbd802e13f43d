package org.densesteer.cli;

import org.densesteer.model.Tokenizer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** A given response: a text or token ids. */
final class ResponseOptions {

  @ArgGroup(exclusive = true)
  private @Nullable Source source;

  /** One of two ways to give it. */
  static final class Source {

    @Option(
        names = "--response",
        paramLabel = "TEXT",
        description = "The response to score, as text.")
    private @Nullable String text;

    @Option(
        names = "--response-ids",
        split = ",",
        paramLabel = "ID",
        description = "The response to score, by its token ids, separated by commas.")
    private int @Nullable [] ids;
  }

  /** The response's tokens; none when nothing was given. */
  int[] tokens(Tokenizer tokenizer) {
    if (source == null) {
      return new int[0];
    }
    if (source.text != null) {
      return tokenizer.encode(source.text);
    }
    return source.ids == null ? new int[0] : source.ids;
  }
}
