package org.densesteer.evaluation.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.densesteer.common.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {

  @Test
  void everyBatchBelongsToOneShard() {
    List<String> batches = List.of("a", "b", "c", "d", "e");
    assertEquals(List.of("a", "d"), Shard.parse("1/3").of(batches));
    assertEquals(List.of("b", "e"), Shard.parse("2/3").of(batches));
    assertEquals(List.of("c"), Shard.parse("3/3").of(batches));
    assertEquals(List.of(), Shard.parse("9/9").of(batches));
    assertEquals("2/3", Shard.parse("2/3").toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0/4", "5/4", "1", "1/0", "-1/4", "1/4/2", "a/b", "", "1/99999999"})
  void whatIsNoShardIsRefused(String text) {
    assertThrows(FaultException.class, () -> Shard.parse(text));
  }
}
