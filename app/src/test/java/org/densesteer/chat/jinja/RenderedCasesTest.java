package org.densesteer.chat.jinja;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Compares with what Hugging Face transformers rendered; see the README beside the cases. */
class RenderedCasesTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2024-07-06T09:05:03Z"), ZoneOffset.UTC);
  private static final ObjectMapper JSON = new ObjectMapper();

  @TestFactory
  Stream<DynamicTest> constructs() throws IOException {
    return cases("cases.json");
  }

  @TestFactory
  Stream<DynamicTest> conversations() throws IOException {
    return Stream.concat(cases("models.json"), cases("conversations.json"));
  }

  /** Pairs of a template and its text; one alone is refused. */
  @TestFactory
  Stream<DynamicTest> fragments() throws IOException {
    JsonNode file = JSON.readTree(resource("fragments.json"));
    return StreamSupport.stream(file.get("cases").spliterator(), false)
        .map(
            pair -> {
              ObjectNode node = JSON.createObjectNode();
              node.set("template", pair.get(0));
              node.set("variables", file.get("variables"));
              if (pair.size() > 1) {
                node.set("expected", pair.get(1));
              }
              return DynamicTest.dynamicTest(pair.get(0).asText(), () -> check(node));
            });
  }

  private static Stream<DynamicTest> cases(String file) throws IOException {
    return StreamSupport.stream(JSON.readTree(resource(file)).spliterator(), false)
        .map(node -> DynamicTest.dynamicTest(node.get("name").asText(), () -> check(node)));
  }

  private static void check(JsonNode node) throws IOException {
    String template =
        node.has("file") ? resource(node.get("file").asText()) : node.get("template").asText();
    Map<String, Object> variables =
        JSON.convertValue(node.get("variables"), new TypeReference<>() {});
    if (node.has("expected")) {
      assertEquals(
          node.get("expected").asText(),
          JinjaTemplate.parse(template).render(variables, CLOCK),
          template);
    } else {
      JinjaException fault =
          assertThrows(
              JinjaException.class,
              () -> JinjaTemplate.parse(template).render(variables, CLOCK),
              template);
      assertTrue(fault.line() > 0, fault.getMessage());
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = RenderedCasesTest.class.getResourceAsStream("/chat/" + name)) {
      assertNotNull(in, name);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
