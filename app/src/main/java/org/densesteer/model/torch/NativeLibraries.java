package org.densesteer.model.torch;

import ai.djl.engine.EngineException;
import ai.djl.huggingface.tokenizers.jni.LibUtils;
import ai.djl.util.Utils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.densesteer.common.AtomicFiles;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.densesteer.common.UserHome;
import org.jspecify.annotations.Nullable;

/** What goes wrong when native libraries are unpacked and loaded, once per computer. */
public final class NativeLibraries {

  /** More than the unpacked tokenizers library of any system has. */
  private static final long TOKENIZERS_BYTES = 64L << 20;

  private NativeLibraries() {}

  /**
   * Loads the tokenizers library, so that its own faults are not taken for a tokenizer's.
   *
   * @throws FaultException when it cannot be unpacked or does not run here
   */
  public static void loadTokenizers() {
    UserHome.folder();
    try {
      LibUtils.checkStatus();
    } catch (EngineException e) {
      // The library tells its log alone that it could not be written.
      throw fault("The tokenizers library", "tokenizers", TOKENIZERS_BYTES, e);
    }
  }

  /** The fault of the engine's library. */
  static FaultException engineFault(Throwable failure) {
    return fault("The model engine", "pytorch", 0, failure);
  }

  private static FaultException fault(String what, String folder, long least, Throwable failure) {
    @Nullable IOException cause = ioCause(failure);
    Path unpacked = Utils.getEngineCacheDir(folder);
    long free = free(unpacked);
    if (cause == null && free > least) {
      return new FaultException(
          Texts.of("%s does not run on this system (%s).", what, deepest(failure)), failure);
    }
    return new FaultException(
        Texts.of(
            "%s cannot be unpacked into %s: %s (%d MB are free there). Start again when that is mended.",
            what,
            unpacked,
            cause == null ? "no space left" : AtomicFiles.reason(cause),
            free >> 20),
        failure);
  }

  private static @Nullable IOException ioCause(Throwable failure) {
    for (@Nullable Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof IOException e) {
        return e;
      }
    }
    return null;
  }

  private static String deepest(Throwable failure) {
    Throwable deepest = failure;
    for (@Nullable Throwable t = failure; t != null; t = t.getCause()) {
      deepest = t;
    }
    String message = deepest.getMessage();
    return message == null
        ? deepest.getClass().getSimpleName()
        : message.strip().lines().findFirst().orElse("").replaceFirst("\\.$", "");
  }

  private static long free(Path folder) {
    Path there = folder.toAbsolutePath();
    while (there.getParent() != null && !Files.exists(there)) {
      there = there.getParent();
    }
    return there.toFile().getUsableSpace();
  }
}
