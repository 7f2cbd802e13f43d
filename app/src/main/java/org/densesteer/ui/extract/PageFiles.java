package org.densesteer.ui.extract;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.densesteer.common.FaultException;
import org.densesteer.common.Json;
import org.densesteer.common.KeptFile;
import org.densesteer.common.KeptJson;
import org.densesteer.extraction.KeptPair;
import org.densesteer.extraction.KeptPairFile;
import org.jspecify.annotations.Nullable;

/**
 * The page's own files: {@code pairs.jsonl}, which can also be imported, and {@code prompt.json}.
 */
final class PageFiles {

  private static final int VERSION = 1;

  /** How a question is put to the model. */
  record Wording(@Nullable PromptForm form, @Nullable String template) {}

  /** What the files hold. */
  record Content(List<KeptPair> pairs, Wording wording) {}

  private final KeptFile<List<KeptPair>> pairs;
  private final KeptFile<Wording> prompt;

  PageFiles(Path folder) {
    Path pairFile = folder.resolve("pairs.jsonl");
    this.pairs =
        new KeptFile<>(
            pairFile,
            "The pairs of the Extract page",
            "the page begins without pairs",
            new KeptPairFile(pairFile),
            Clock.systemUTC());
    this.prompt =
        new KeptFile<>(
            folder.resolve("prompt.json"),
            "The prompt settings of the Extract page",
            "the defaults are used",
            new KeptJson<>(Wording.class, VERSION, Json.COMPACT),
            Clock.systemUTC());
  }

  /**
   * Reads both.
   *
   * @param told hears of each that cannot be used
   */
  Content read(Consumer<FaultException> told) {
    return new Content(
        pairs.read(told).orElse(List.of()), prompt.read(told).orElse(new Wording(null, null)));
  }

  /**
   * Writes those that may be written over.
   *
   * @throws FaultException when one cannot be written; the other is written all the same
   */
  void write(Content content) {
    try {
      if (!pairs.isLeft()) {
        pairs.write(content.pairs());
      }
    } finally {
      if (!prompt.isLeft()) {
        prompt.write(content.wording());
      }
    }
  }
}
