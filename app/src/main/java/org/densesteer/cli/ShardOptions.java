package org.densesteer.cli;

import java.nio.file.Path;
import org.densesteer.common.FaultException;
import org.densesteer.evaluation.plan.Shard;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How a sweep is cut, to be computed by several processes. */
final class ShardOptions {

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      converter = ShardConverter.class,
      description =
          "Compute only part I of N of the grid, counted from 1, into a folder of its own; 'merge'"
              + " puts the parts together.")
  private @Nullable Shard shard;

  @Option(
      names = "--slurm",
      paramLabel = "SCRIPT",
      description =
          "Compute nothing, but write a job script for a Slurm array (or an indexed Kubernetes job)"
              + " whose tasks are the shards; DIR gets a folder for each.")
  private @Nullable Path script;

  @Option(
      names = "--shards",
      defaultValue = "4",
      paramLabel = "N",
      description = "Tasks of the array that --slurm writes (default: ${DEFAULT-VALUE}).")
  private int shards;

  static final class ShardConverter implements ITypeConverter<Shard> {
    @Override
    public Shard convert(String text) {
      try {
        return Shard.parse(text);
      } catch (FaultException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  /** The part to be computed; null for all. */
  @Nullable Shard shard() {
    return shard;
  }

  /** The job script to be written; null for none. */
  @Nullable Path script() {
    return script;
  }

  int shards() {
    return shards;
  }
}
