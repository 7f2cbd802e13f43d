package org.densesteer.samplemaker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.densesteer.common.Json;

/**
 * Writes a vocabulary as {@code tokenizer.json}: byte-level pairs without any merge, where whole
 * pieces in the vocabulary are taken as they are.
 */
final class TokenizerFiles {

  private TokenizerFiles() {}

  static void write(Path folder, SampleVocabulary vocabulary, int maxPositions) {
    SampleModelFiles.writeJson(folder.resolve("tokenizer.json"), tokenizer(vocabulary));
    SampleModelFiles.writeJson(folder.resolve("tokenizer_config.json"), config(maxPositions));
  }

  private static ObjectNode tokenizer(SampleVocabulary vocabulary) {
    ObjectNode root = Json.object();
    root.put("version", "1.0");
    root.putNull("truncation");
    root.putNull("padding");
    var added = root.putArray("added_tokens");
    for (String mark : SampleVocabulary.MARKS) {
      ObjectNode token = added.addObject().put("id", vocabulary.mark(mark)).put("content", mark);
      token.put("single_word", false).put("lstrip", false).put("rstrip", false);
      token.put("normalized", false).put("special", true);
    }
    root.putNull("normalizer");
    var steps = root.putObject("pre_tokenizer").put("type", "Sequence").putArray("pretokenizers");
    ObjectNode split = steps.addObject().put("type", "Split");
    split.putObject("pattern").put("Regex", SampleVocabulary.PIECE);
    split.put("behavior", "Isolated").put("invert", false);
    byteLevel(steps.addObject());
    root.putNull("post_processor");
    byteLevel(root.putObject("decoder"));
    ObjectNode model = root.putObject("model").put("type", "BPE");
    model.putNull("dropout").putNull("unk_token");
    model.putNull("continuing_subword_prefix").putNull("end_of_word_suffix");
    model.put("fuse_unk", false).put("byte_fallback", false).put("ignore_merges", true);
    ObjectNode ids = model.putObject("vocab");
    vocabulary.ordinary().forEach(ids::put);
    model.putArray("merges");
    return root;
  }

  private static void byteLevel(ObjectNode node) {
    node.put("type", "ByteLevel").put("add_prefix_space", false);
    node.put("trim_offsets", false).put("use_regex", false);
  }

  private static ObjectNode config(int maxPositions) {
    ObjectNode config = Json.object();
    config.put("tokenizer_class", "PreTrainedTokenizerFast");
    config.put("chat_template", ChatPrompt.TEMPLATE);
    config.put("eos_token", SampleVocabulary.TURN_END);
    config.put("pad_token", SampleVocabulary.PADDING);
    config.put("model_max_length", maxPositions);
    config.put("clean_up_tokenization_spaces", false);
    return config;
  }
}
