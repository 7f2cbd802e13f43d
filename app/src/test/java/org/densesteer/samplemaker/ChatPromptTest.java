package org.densesteer.samplemaker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.densesteer.chat.ChatMessage;
import org.densesteer.chat.ChatTemplate;
import org.densesteer.chat.ChatTemplates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChatPromptTest {

  private static final String QUESTION = "Anna has 12 apples.\n\nHow many?";

  @Test
  void theTemplateGivesThePromptOfTheTraining(@TempDir Path folder) {
    TokenizerFiles.write(folder, SampleVocabulary.standard(), 64);
    ChatTemplate template = ChatTemplates.load(folder);
    assertEquals(
        template.render(List.of(ChatMessage.user(QUESTION)), true),
        ChatPrompt.render("", QUESTION));
    assertEquals(
        template.render(
            List.of(ChatMessage.system("Be concise."), ChatMessage.user(QUESTION)), true),
        ChatPrompt.render("Be concise.", QUESTION));
  }
}
