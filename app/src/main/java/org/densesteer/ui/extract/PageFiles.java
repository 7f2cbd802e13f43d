package org.densesteer.ui.extract;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.densesteer.common.FaultException;
import org.densesteer.common.Json;
import org.densesteer.common.KeptFile;
import org.densesteer.common.KeptJson;
import org.densesteer.common.OwnerLock;
import org.densesteer.extraction.KeptPair;
import org.densesteer.extraction.KeptPairFile;
import org.jspecify.annotations.Nullable;

/**
 * The page's own files: {@code pairs.jsonl}, which can also be imported, and {@code prompt.json}.
 * They belong to the window that read them first; another one shows what they hold and keeps
 * nothing.
 */
final class PageFiles implements AutoCloseable {

  private static final int VERSION = 1;

  /** How a question is put to the model. */
  record Wording(@Nullable PromptForm form, @Nullable String template) {}

  /** What the files hold. */
  record Content(List<KeptPair> pairs, Wording wording) {}

  private final Path lockFile;
  private final KeptFile<List<KeptPair>> pairs;
  private final KeptFile<Wording> prompt;
  private @Nullable OwnerLock owned;
  private boolean foreign;

  PageFiles(Path folder) {
    lockFile = folder.resolve("pairs.lock");
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
   * Reads both, and makes them this window's unless another has them.
   *
   * @param told hears of each that cannot be used, and of another window
   */
  synchronized Content read(Consumer<FaultException> told) {
    claim(told);
    return new Content(
        pairs.read(told).orElse(List.of()), prompt.read(told).orElse(new Wording(null, null)));
  }

  private void claim(Consumer<FaultException> told) {
    try {
      owned = OwnerLock.take(lockFile).orElse(null);
      foreign = owned == null;
      if (foreign) {
        told.accept(
            new FaultException(
                "The pairs of the Extract page belong to another window ("
                    + OwnerLock.owner(lockFile)
                    + "); what is changed in them here is not kept, but can be exported."));
      }
    } catch (IOException e) {
      // A folder that cannot be written says so with the first change.
      foreign = false;
    }
  }

  /**
   * Writes those that may be written over.
   *
   * @throws FaultException when one cannot be written; the other is written all the same
   */
  synchronized void write(Content content) {
    if (foreign) {
      return;
    }
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

  @Override
  public synchronized void close() {
    if (owned != null) {
      owned.close();
      owned = null;
    }
    foreign = true;
  }
}
