package org.densesteer.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.densesteer.common.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing here is given to the native library, which some of these texts would end. */
class TokenizerFileTest {

  private static final String MODEL =
      "\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":0,\"b\":1},\"merges\":[\"a b\",[\"a\",\"b\"]]}";

  @TempDir Path folder;

  private static Set<String> look(String fields) throws IOException {
    return TokenizerFile.addedTokens(("{" + fields + "}").getBytes(StandardCharsets.UTF_8));
  }

  private static String refusal(String fields) {
    return assertThrows(FaultException.class, () -> look(fields)).getMessage();
  }

  /** The parts of published tokenizers: Qwen, Llama 3, Mistral, SmolLM2, BERT, T5, RoBERTa. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"normalizer\":null,\"pre_tokenizer\":null,\"post_processor\":null,\"decoder\":null",
        "\"normalizer\":{\"type\":\"NFC\"},\"truncation\":{\"max_length\":5},\"padding\":null",
        "\"normalizer\":{\"type\":\"Sequence\",\"normalizers\":[{\"type\":\"Prepend\",\"prepend\":\"▁\"},{\"type\":\"Replace\",\"pattern\":{\"String\":\" \"},\"content\":\"▁\"}]}",
        "\"normalizer\":{\"type\":\"BertNormalizer\",\"clean_text\":true,\"handle_chinese_chars\":true,\"strip_accents\":null,\"lowercase\":false}",
        "\"normalizer\":{\"type\":\"Precompiled\",\"precompiled_charsmap\":\"BAAAAAAAAAB4AA==\"}",
        "\"pre_tokenizer\":{\"type\":\"Sequence\",\"pretokenizers\":[{\"type\":\"Split\",\"pattern\":{\"Regex\":\"\\\\p{N}\"},\"behavior\":\"Isolated\",\"invert\":false},{\"type\":\"ByteLevel\",\"add_prefix_space\":false,\"trim_offsets\":false,\"use_regex\":false}]}",
        "\"pre_tokenizer\":{\"type\":\"Metaspace\",\"replacement\":\"▁\",\"prepend_scheme\":\"first\",\"split\":false}",
        "\"post_processor\":{\"type\":\"TemplateProcessing\",\"single\":[{\"SpecialToken\":{\"id\":\"<s>\",\"type_id\":0}},{\"Sequence\":{\"type_id\":0,\"id\":\"A\"}}],\"pair\":[],\"special_tokens\":{\"<s>\":{\"id\":\"<s>\",\"ids\":[1],\"tokens\":[\"<s>\"]}}}",
        "\"post_processor\":{\"type\":\"RobertaProcessing\",\"sep\":[\"</s>\",2],\"cls\":[\"<s>\",0],\"trim_offsets\":true,\"add_prefix_space\":false}",
        "\"decoder\":{\"type\":\"Sequence\",\"decoders\":[{\"type\":\"ByteFallback\"},{\"type\":\"Fuse\"},{\"type\":\"Strip\",\"content\":\" \",\"start\":1,\"stop\":0}]}",
        "\"decoder\":{\"add_prefix_space\":true}"
      })
  void whatPublishedTokenizersHaveIsRead(String parts) throws IOException {
    assertEquals(Set.of(), look(parts + "," + MODEL));
  }

  @Test
  void modelsOfEveryKindAreRead() throws IOException {
    for (String model :
        List.of(
            "{\"type\":\"Unigram\",\"unk_id\":0,\"vocab\":[[\"<unk>\",0.0],[\"a\",-3]],\"byte_fallback\":true}",
            "{\"type\":\"WordPiece\",\"unk_token\":\"[UNK]\",\"continuing_subword_prefix\":\"##\",\"max_input_chars_per_word\":100,\"vocab\":{\"[UNK]\":0}}",
            "{\"type\":\"WordLevel\",\"vocab\":{\"a\":7},\"unk_token\":\"a\"}",
            "{\"vocab\":{\"a\":0},\"merges\":[],\"dropout\":null,\"unk_token\":null}",
            "{\"continuing_subword_prefix\":\"##\",\"vocab\":{\"a\":0},\"merges\":[\"a ##b\"]}")) {
      assertEquals(
          Set.of("<s>"),
          look("\"added_tokens\":[{\"id\":1,\"content\":\"<s>\"}],\"model\":" + model));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"type\":\"Word2Vec\"} | its model has the unknown type “Word2Vec” (line 1)",
        "{\"vocab\":{\"a\":-1}} | its model.vocab.a is no id (line 1)",
        "{\"vocab\":{\"a\":4294967296}} | its model.vocab.a is no id (line 1)",
        "{\"vocab\":7} | its model.vocab is neither an object nor a list (line 1)",
        "{\"vocab\":[[\"a\",1],[\"b\"]]} | its model.vocab.1 is no pair of a token and its score (line 1)",
        "{\"unk_id\":2,\"vocab\":[[\"a\",1]]} | its model.unk_id is beyond the vocabulary (line 1)",
        "{\"merges\":[\"a b\",\"ab\"]} | its model.merges.1 is no pair of tokens (line 1)",
        "{\"merges\":[\"a b c\"]} | its model.merges.0 is no pair of tokens (line 1)",
        "{\"merges\":[[\"a\",\"b\",\"c\"]]} | its model.merges.0 is no pair of tokens (line 1)",
        "{\"fuse_unk\":1} | its model.fuse_unk is neither true nor false (line 1)",
        "{\"continuing_subword_prefix\":\"##\",\"merges\":[\"a b\"]} | its model.merges.0 lacks the prefix that the second of two tokens has (line 1)",
        "{\"merges\":[\"a b\"],\"continuing_subword_prefix\":\"##\"} | its model.merges has a token off which the prefix that all such tokens have cannot be cut (line 1)",
        "{\"merges\":[\"a éb\"],\"continuing_subword_prefix\":\"#\"} | its model.merges has a token off which the prefix that all such tokens have cannot be cut (line 1)",
        "{\"continuing_subword_prefix\":\"é\",\"merges\":[\"a éb\"]} | its model.merges has a token off which the prefix that all such tokens have cannot be cut (line 1)",
        "[] | its model is no object (line 1)",
      })
  void modelsThatAreDamagedAreRefusedWithThePlace(String model, String flaw) {
    assertEquals(flaw, refusal("\"model\":" + model));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"normalizer\":{\"type\":\"NFX\"} | its normalizer has the unknown type “NFX”",
        "\"normalizer\":[] | its normalizer is no object",
        "\"normalizer\":{\"type\":\"Sequence\",\"normalizers\":[{\"type\":\"NFC\"},{\"type\":\"Strip\",\"strip_left\":1}]} | its normalizer.normalizers.1.strip_left is neither true nor false",
        "\"normalizer\":{\"type\":\"Precompiled\",\"precompiled_charsmap\":\"CAAAAAAAAAB4AA==\"} | its normalizer.precompiled_charsmap is cut off",
        "\"normalizer\":{\"type\":\"Precompiled\",\"precompiled_charsmap\":\"BAAAAAAAAAD/AA==\"} | its normalizer.precompiled_charsmap is no table of letters",
        "\"pre_tokenizer\":{\"type\":\"Split\",\"pattern\":{\"Glob\":\"*\"}} | its pre_tokenizer.pattern is neither a String nor a Regex",
        "\"pre_tokenizer\":{\"type\":\"Metaspace\",\"replacement\":\"ab\"} | its pre_tokenizer.replacement is no single letter",
        "\"decoder\":{\"type\":\"Strip\",\"content\":\" \",\"start\":-1} | its decoder.start is no whole number from 0 on",
        "\"decoder\":{\"type\":\"Sequence\",\"decoders\":[null]} | its decoder.decoders.0 is null",
        "\"post_processor\":{\"type\":\"BertProcessing\",\"sep\":[2,\"</s>\"]} | its post_processor.sep is no pair of a token and its id",
        "\"post_processor\":{\"type\":\"TemplateProcessing\",\"single\":[{\"SpecialToken\":{\"id\":\"<s>\",\"type_id\":0}}],\"special_tokens\":{}} | its post_processor.single.0 names a special token that the template lacks",
        "\"post_processor\":{\"type\":\"TemplateProcessing\",\"single\":[],\"special_tokens\":{\"<s>\":{\"ids\":[1],\"tokens\":[]}}} | its post_processor.special_tokens.<s> has no ids with a token each",
        "\"added_tokens\":[{\"id\":0,\"content\":\"a\"},{\"id\":1.5,\"content\":\"b\"}] | its added_tokens.1 has no content or no id",
      })
  void partsThatAreDamagedAreRefusedWithThePlace(String part, String flaw) {
    assertEquals(flaw, refusal(part + "," + MODEL));
  }

  @Test
  void theFileIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("tokenizer.json"), "{\"version\":\"1.0\"}");
    FaultException fault = assertThrows(FaultException.class, () -> TokenizerFile.read(file));
    assertEquals("The tokenizer " + file + " cannot be used: it has no model.", fault.getMessage());
  }

  @Test
  void theReferencesAreRead() throws IOException {
    Path references = Path.of("..", "shared", "reference");
    assumeTrue(Files.isDirectory(references), "skipped: no reference checkpoints here");
    try (Stream<Path> files = Files.walk(references)) {
      List<Path> tokenizers = files.filter(file -> file.endsWith("tokenizer.json")).toList();
      assertTrue(!tokenizers.isEmpty());
      for (Path file : tokenizers) {
        TokenizerFile.read(file);
      }
    }
  }
}
