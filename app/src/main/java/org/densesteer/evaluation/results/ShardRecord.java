package org.densesteer.evaluation.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
 */
record ShardRecord(int number, int of, List<String> processors) {

  private static final String NAME = "shard.json";

  /** Freezes the list. */
  ShardRecord {
    processors = List.copyOf(processors);
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

  /** The same with one more kind of processor, unless it is there. */
  ShardRecord computedOn(String processor) {
    List<String> all = new ArrayList<>(processors);
    if (!all.contains(processor)) {
      all.add(processor);
    }
    return new ShardRecord(number, of, all);
  }

  void write(Path folder) {
    AtomicFiles.writeText(
        folder.resolve(NAME), Json.text(Json.SNAKE_CASE.writerWithDefaultPrettyPrinter(), this));
  }
}
