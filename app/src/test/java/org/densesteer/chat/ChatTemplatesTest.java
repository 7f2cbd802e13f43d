package org.densesteer.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.densesteer.common.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatTemplatesTest {

  private static final List<ChatMessage> TURNS = List.of(ChatMessage.user("Hi"));

  @TempDir private Path folder;

  private void write(String file, String content) throws IOException {
    Files.writeString(folder.resolve(file), content);
  }

  private String rendered() {
    return ChatTemplates.load(folder).render(TURNS, true);
  }

  private String fault() {
    return assertThrows(FaultException.class, () -> ChatTemplates.load(folder)).getMessage();
  }

  @Test
  void readsTheEntryOfTheTokenizerConfiguration() throws IOException {
    write(
        "tokenizer_config.json",
        """
        {"bos_token": "<s>", "eos_token": {"content": "</s>", "lstrip": false}, "pad_token": null,
         "chat_template": "{{ bos_token }}{{ messages[0].content }}{{ eos_token }}{{ pad_token }}"}
        """);
    assertEquals("<s>Hi</s>", rendered());
  }

  @Test
  void ofSeveralTakesTheDefault() throws IOException {
    write(
        "tokenizer_config.json",
        """
        {"chat_template": [{"name": "tool_use", "template": "tools"},
                           {"name": "default", "template": "plain"}]}
        """);
    assertEquals("plain", rendered());
  }

  @Test
  void aFileOfItsOwnComesFirst() throws IOException {
    write("tokenizer_config.json", "{\"chat_template\": \"entry\", \"eos_token\": \"</s>\"}");
    write("chat_template.jinja", "file {{ eos_token }}\n");
    assertEquals("file </s>", rendered());
  }

  @Test
  void aFileOfItsOwnIsEnough() throws IOException {
    write("chat_template.jinja", "{{ messages[0].content }}{{ eos_token }}");
    write("special_tokens_map.json", "{\"eos_token\": {\"content\": \"</s>\"}}");
    assertEquals("Hi</s>", rendered());
  }

  @Test
  void saysWhenThereIsNone() throws IOException {
    write("tokenizer_config.json", "{\"eos_token\": \"</s>\"}");
    assertEquals(
        "The checkpoint "
            + folder
            + " has no chat template: neither chat_template.jinja nor an"
            + " entry 'chat_template' in tokenizer_config.json.",
        fault());
    assertEquals(Optional.empty(), ChatTemplates.find(folder));
  }

  @Test
  void anEmptyFolderHasNone() {
    assertEquals(Optional.empty(), ChatTemplates.find(folder));
  }

  @Test
  void namesABrokenConfiguration() throws IOException {
    write("tokenizer_config.json", "{\n\"chat_template\": ");
    assertEquals(
        "The file "
            + folder.resolve("tokenizer_config.json")
            + " stops in the middle of its JSON, as when it was cut off.",
        fault());
  }

  @Test
  void namesABrokenTemplate() throws IOException {
    write("chat_template.jinja", "{% if %}");
    assertEquals(
        "The chat template of "
            + folder
            + " cannot be read: line 1: an expression cannot begin with end of tag.",
        fault());
  }

  @Test
  void namesAFileThatIsNotText() throws IOException {
    Files.write(folder.resolve("chat_template.jinja"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertTrue(fault().startsWith("Cannot read " + folder.resolve("chat_template.jinja")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"qwen2-tied", "qwen2-sharded-untied-bf16", "llama3-rope"})
  void rendersTheReferencePrompts(String name) throws IOException {
    Path checkpoint = Path.of("../shared/reference", name);
    assumeTrue(Files.isDirectory(checkpoint), "the reference checkpoints are not here");
    String expected =
        new ObjectMapper()
            .readTree(checkpoint.resolve("expected.json").toFile())
            .get("prompt")
            .asText();
    String question = "Tom has 12 apples and buys 30 more. How many?";
    assertEquals(
        expected, ChatTemplates.load(checkpoint).render(List.of(ChatMessage.user(question)), true));
  }
}
