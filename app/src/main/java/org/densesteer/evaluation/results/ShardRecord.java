package org.densesteer.evaluation.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.densesteer.common.AtomicFiles;
import org.densesteer.common.FaultException;
import org.densesteer.common.Json;
import org.densesteer.common.JsonFlaw;
import org.densesteer.evaluation.plan.Shard;

/**
 * What {@code shard.json} says of a folder that holds a part of a sweep.
 *
 * @param number the shard, from 1
 * @param of how many shards the sweep was cut into
 * @param processors kinds of processor that have computed it; another kind may give other last bits
 * @param threads with how many threads an operation was computed, which may do so, too; empty where
 *     an earlier version did not note it
 */
record ShardRecord(int number, int of, List<String> processors, List<Integer> threads) {

  private static final String NAME = "shard.json";

  /** Freezes the lists. */
  ShardRecord {
    processors = List.copyOf(processors);
    threads = List.copyOf(Objects.requireNonNullElse(threads, List.of()));
  }

  /** One that nothing has computed yet. */
  static ShardRecord of(Shard shard) {
    return new ShardRecord(shard.number(), shard.of(), List.of(), List.of());
  }

  /**
   * What a folder's file says; empty for one that holds no shard.
   *
   * @throws FaultException when the file cannot be read or says something else
   */
  static Optional<ShardRecord> in(Path folder) {
    Path file = folder.resolve(NAME);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      ShardRecord read = Json.SNAKE_CASE.readValue(Files.readAllBytes(file), ShardRecord.class);
      if (read == null) {
        throw new FaultException("The file " + file + " says nothing of a shard.");
      }
      read.shard();
      return Optional.of(read);
    } catch (JsonProcessingException e) {
      throw new FaultException("The file " + file + " " + JsonFlaw.of(e) + ".", e);
    } catch (IOException e) {
      throw new FaultException("Cannot read " + file + ": " + AtomicFiles.reason(e) + ".", e);
    }
  }

  Shard shard() {
    return new Shard(number, of);
  }

  /** The same with one more kind of processor and number of threads, unless they are there. */
  ShardRecord computedOn(String processor, int count) {
    return new ShardRecord(number, of, with(processors, processor), with(threads, count));
  }

  private static <T> List<T> with(List<T> known, T one) {
    List<T> all = new ArrayList<>(known);
    if (!all.contains(one)) {
      all.add(one);
    }
    return all;
  }

  void write(Path folder) {
    AtomicFiles.writeText(
        folder.resolve(NAME), Json.text(Json.SNAKE_CASE.writerWithDefaultPrettyPrinter(), this));
  }
}
