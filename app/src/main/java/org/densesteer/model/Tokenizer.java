package org.densesteer.model;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.densesteer.common.AtomicFiles;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.densesteer.model.torch.NativeLibraries;

/**
 * Text to token ids and back, as the checkpoint's {@code tokenizer.json} says. Safe to use from
 * several threads; owns native memory.
 */
public final class Tokenizer implements AutoCloseable {

  private final HuggingFaceTokenizer tokenizer;

  private Tokenizer(HuggingFaceTokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  /**
   * The {@code tokenizer.json} of a checkpoint folder, unread.
   *
   * @throws FaultException when it is missing
   */
  public static Path fileIn(Path checkpointFolder) {
    Path file = checkpointFolder.resolve("tokenizer.json");
    if (!Files.isRegularFile(file)) {
      throw new FaultException("The checkpoint " + checkpointFolder + " has no tokenizer.json.");
    }
    return file;
  }

  /**
   * Reads {@code tokenizer.json} of a checkpoint folder.
   *
   * @throws FaultException when it is missing or broken
   */
  public static Tokenizer open(Path checkpointFolder) {
    Path file = fileIn(checkpointFolder);
    Map<String, String> options =
        Map.of(
            "addSpecialTokens", "false", "truncation", "DO_NOT_TRUNCATE", "padding", "DO_NOT_PAD");
    NativeLibraries.loadTokenizers();
    try (InputStream text = new ByteArrayInputStream(TokenizerFile.read(file))) {
      return new Tokenizer(HuggingFaceTokenizer.newInstance(text, options));
    } catch (IOException e) {
      throw new FaultException("Cannot read " + file + ": " + AtomicFiles.reason(e) + ".", e);
    } catch (FaultException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new FaultException("The tokenizer " + file + " is broken: " + e.getMessage() + ".", e);
    }
  }

  /** Ids of a text; special tokens written out in it are recognised, none are added. */
  public int[] encode(String text) {
    return Arrays.stream(tokenizer.encode(Texts.whole(text), false, false).getIds())
        .mapToInt(Math::toIntExact)
        .toArray();
  }

  /**
   * The same with what the tokenizer's post-processor puts before a text, such as a begin token.
   * What it puts behind a text is left out, since an answer follows.
   */
  public int[] encodeWithBegin(String text) {
    int[] plain = encode(text);
    int[] whole =
        Arrays.stream(tokenizer.encode(Texts.whole(text), true, false).getIds())
            .mapToInt(Math::toIntExact)
            .toArray();
    for (int begin = 0; begin + plain.length <= whole.length; begin++) {
      if (Arrays.equals(whole, begin, begin + plain.length, plain, 0, plain.length)) {
        return Arrays.copyOf(whole, begin + plain.length);
      }
    }
    return plain;
  }

  /** How many tokens a text alone has, without special tokens: the token count of ρ. */
  public int count(String text) {
    return tokenizer.encode(Texts.whole(text), false, false).getIds().length;
  }

  /** Text of some ids, special tokens left out. */
  public String decode(int[] ids) {
    return tokenizer.decode(Arrays.stream(ids).asLongStream().toArray(), true);
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
