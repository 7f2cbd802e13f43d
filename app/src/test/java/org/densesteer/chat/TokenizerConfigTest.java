package org.densesteer.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As transformers 5.18.0 loads such files: {@code PreTrainedTokenizerBase._from_pretrained}. */
class TokenizerConfigTest {

  @TempDir Path folder;

  private JsonNode read() {
    return TokenizerConfig.read(folder);
  }

  private void write(String name, String json) throws IOException {
    Files.writeString(folder.resolve(name), json.replace('\'', '"'));
  }

  @Test
  void nothingIsThere() {
    assertEquals("{}", read().toString());
  }

  @Test
  void theMapOfSpecialTokensTakesThePlaceOfWhatTheConfigurationSays() throws IOException {
    write("tokenizer_config.json", "{'eos_token': '<a>', 'pad_token': '<p>'}");
    write("special_tokens_map.json", "{'eos_token': {'content': '<b>'}, 'bos_token': null}");
    assertEquals("<b>", TokenizerConfig.text(read().path("eos_token")));
    assertEquals("<p>", read().path("pad_token").asText());
  }

  @Test
  void theMapIsIgnoredBesideADecoderOfAddedTokens() throws IOException {
    write("tokenizer_config.json", "{'eos_token': '<a>', 'added_tokens_decoder': {}}");
    write("special_tokens_map.json", "{'eos_token': '<b>'}");
    write("added_tokens.json", "{'<c>': 7}");
    assertEquals("<a>", read().path("eos_token").asText());
    assertEquals("{}", read().path("added_tokens_decoder").toString());
  }

  @Test
  void listsOfExtraTokensAreJoined() throws IOException {
    write("tokenizer_config.json", "{'extra_special_tokens': ['<x>', '<y>']}");
    write("special_tokens_map.json", "{'extra_special_tokens': [{'content': '<y>'}, '<z>']}");
    assertEquals("[\"<x>\",\"<y>\",\"<z>\"]", read().path("extra_special_tokens").toString());
  }

  @Test
  void theOlderListOfTheMapIsIgnoredWhereTheConfigurationHasOne() throws IOException {
    write("special_tokens_map.json", "{'additional_special_tokens': ['<z>']}");
    write("tokenizer_config.json", "{}");
    assertEquals("{\"extra_special_tokens\":[\"<z>\"]}", read().toString());
    write("tokenizer_config.json", "{'additional_special_tokens': ['<x>']}");
    assertEquals("{\"extra_special_tokens\":[\"<x>\"]}", read().toString());
  }

  @Test
  void addedTokensOfTheOldKindAreAdded() throws IOException {
    write("tokenizer_config.json", "{'eos_token': '<e>'}");
    write("added_tokens.json", "{'<e>': 7, 'plain': 8}");
    assertEquals(
        "{\"7\":{\"content\":\"<e>\",\"normalized\":false,\"special\":true},"
            + "\"8\":{\"content\":\"plain\",\"normalized\":true,\"special\":false}}",
        read().path("added_tokens_decoder").toString());
  }
}
