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
import java.util.Map;
import java.util.Optional;
import org.densesteer.common.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChatTemplatesTest {

  private static final List<ChatMessage> TURNS = List.of(ChatMessage.user("Hi"));
  private static final TemplateVariables TOOLS =
      TemplateVariables.of(Map.of("tools", List.of(Map.of("name", "add"))));

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

  /** Each as transformers 5.18 chose; there, too, "rag" is never taken unasked. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      value = {
        "D @ T @ [{'name': 'tool_use', 'template': 'T'}, {'name': 'default', 'template': 'D'}]",
        "E @ E @ [{'name': 'default', 'template': 'D'}, {'name': 'default', 'template': 'E'}]",
        "D @ D @ [{'name': 'default', 'template': 'D'}, {'name': 'rag', 'template': 'R'}]",
        "D @ D @ {'default': 'D', 'rag': 'R'}"
      })
  void ofSeveralTakesTheDefaultOrTheOneForTools(String plain, String withTools, String entry)
      throws IOException {
    write("tokenizer_config.json", "{'chat_template': %s}".formatted(entry).replace('\'', '"'));
    assertEquals(plain, rendered());
    assertEquals(withTools, ChatTemplates.load(folder).render(TURNS, true, TOOLS));
  }

  @Test
  void severalWithoutADefaultAreForToolsOnly() throws IOException {
    write(
        "tokenizer_config.json",
        """
        {"chat_template": [{"name": "tool_use", "template": "T"}, {"name": "rag", "template": "R"}]}
        """);
    ChatTemplate template = ChatTemplates.load(folder);
    assertEquals("T", template.render(TURNS, true, TOOLS));
    assertEquals(
        "The chat template of "
            + folder
            + " is there for chats with tools only: none of its templates is called “default”.",
        assertThrows(FaultException.class, () -> template.render(TURNS, true)).getMessage());
  }

  @Test
  void severalWithoutAnyKnownNameAreNamed() throws IOException {
    write("tokenizer_config.json", "{\"chat_template\": {\"rag\": \"R\", \"b\": \"B\"}}");
    assertEquals(
        "The chat template of "
            + folder
            + " is chosen from several, of which none is called “default”: b, rag.",
        fault());
  }

  @Test
  void filesOfAFolderStandBesideTheOneFile() throws IOException {
    Files.createDirectory(folder.resolve("additional_chat_templates"));
    write("tokenizer_config.json", "{\"chat_template\": \"entry\"}");
    write("chat_template.jinja", "file");
    write("additional_chat_templates/tool_use.jinja", "tools");
    assertEquals("file", rendered());
    assertEquals("tools", ChatTemplates.load(folder).render(TURNS, true, TOOLS));
    write("additional_chat_templates/default.jinja", "folder");
    assertEquals("folder", rendered());
  }

  @Test
  void aProcessorsFileIsTheLastPlace() throws IOException {
    write("chat_template.json", "{\"chat_template\": \"processor\"}");
    assertEquals("processor", rendered());
    write("tokenizer_config.json", "{\"chat_template\": \"entry\"}");
    assertEquals("entry", rendered());
  }

  /** Each as transformers 5.18 gave it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      quoteCharacter = '`',
      value = {
        "<|endoftext|> @ qwen2 @ {'tokenizer_class': 'PreTrainedTokenizerFast'} @ {}",
        "none @ qwen2 @ {'tokenizer_class': 'Qwen2Tokenizer', 'eos_token': null} @ {}",
        "<|endoftext|> @ qwen3 @ {} @ {}",
        "none @ qwen3 @ {'tokenizer_class': 'PreTrainedTokenizerFast'} @ {}",
        "</s> @ llama @ {'tokenizer_class': 'LlamaTokenizerFast'} @ {}",
        "none @ llama @ {} @ {}",
        "none @ mistral @ {'tokenizer_class': 'LlamaTokenizer'} @ {}",
        "map @ llama @ {'eos_token': 'config'} @ {'eos_token': 'map'}",
        "config @ llama @ {'eos_token': 'config', 'added_tokens_decoder': {}} @ {'eos_token': 'map'}",
      })
  void specialTokensAreThoseOfTheFilesAndTheClass(
      String eos, String model, String tokenizer, String map) throws IOException {
    write("config.json", "{\"model_type\": \"%s\"}".formatted(model));
    write("tokenizer_config.json", tokenizer.replace('\'', '"'));
    write("special_tokens_map.json", map.replace('\'', '"'));
    write("chat_template.jinja", "{{ eos_token or 'none' }}");
    assertEquals(eos, rendered());
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
            + " has no chat template (no chat_template.jinja, no “chat_template” in"
            + " tokenizer_config.json), so no question can be put to it; “generate --prompt” gives"
            + " it a text as it is.",
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
