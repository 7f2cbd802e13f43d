package org.densesteer.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SourceTest {

  @Test
  void eachKindHasItsOwnName() {
    assertEquals("dense.last", Source.vector(Path.of("/v/dense.last.pt")).name());
    assertEquals(".hidden", Source.vector(Path.of("/v/.hidden")).name());
    assertEquals("dense.last.jsonl", Source.problems(Path.of("/p/dense.last.jsonl")).name());
    assertEquals("Qwen2.5-0.5B", Source.model(Path.of("/m/Qwen2.5-0.5B/.")).name());
    Path snapshot = Path.of("/hub/models--Qwen--Qwen2.5-0.5B/snapshots/" + "a1".repeat(20));
    assertEquals("Qwen2.5-0.5B", Source.model(snapshot).name());
  }

  @Test
  void theKeyLeadsBack() {
    Source file = Source.vector(Path.of("/v/../v/mine.json"));
    assertEquals("mine", Source.vector(file.key()).name());
    assertEquals(file.key(), Source.vector(file.key()).key());
    assertSame(Source.SAMPLE_MODEL, Source.model(Source.SAMPLE_MODEL.key()));
    assertSame(Source.SAMPLE_VECTOR, Source.vector(Source.SAMPLE_VECTOR.key()));
    assertSame(Source.SAMPLE_PROBLEMS, Source.problems(Source.SAMPLE_PROBLEMS.key()));
  }
}
