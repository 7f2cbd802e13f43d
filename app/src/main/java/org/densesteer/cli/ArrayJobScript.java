package org.densesteer.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.densesteer.common.ShellCommand;

/**
 * A job script whose tasks are the shards of a sweep. How many there are is written into it, for
 * Slurm's own count changes when some tasks are submitted again. Every attempt at a shard has a
 * folder of its own and takes over what the one before it had: when a node is lost, its process may
 * live on and go on writing.
 */
final class ArrayJobScript {

  /** Options that are the script's own, with whether a value follows. */
  private static final List<String> WITH_VALUE = List.of("--out", "--slurm", "--shards");

  private ArrayJobScript() {}

  /**
   * The script's text.
   *
   * @param arguments the command's, the name of the command first
   * @param out folder of the shards' folders
   * @param here the folder that relative names stand for
   */
  static String of(List<String> arguments, int shards, Path out, Path here) {
    return TEMPLATE
        .replace("@N@", Integer.toString(shards))
        .replace("@HERE@", ShellCommand.of(List.of(here.toString())))
        .replace("@OUT@", ShellCommand.of(List.of(out.toString())))
        .replace("@ARGUMENTS@", ShellCommand.of(ofShard(arguments)));
  }

  private static List<String> ofShard(List<String> arguments) {
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = Arguments.text(arguments.get(i));
      String name = argument.replaceFirst("=.*", "");
      if (WITH_VALUE.contains(argument)) {
        i++;
      } else if (!WITH_VALUE.contains(name) && !argument.equals("--resume")) {
        kept.add(argument);
      }
    }
    return kept;
  }

  private static final String TEMPLATE =
      """
      #!/bin/sh
      #SBATCH --job-name=densesteer
      #SBATCH --array=1-@N@
      #SBATCH --requeue
      #SBATCH --open-mode=append
      #SBATCH --output=densesteer-%A-%a.log
      #SBATCH --cpus-per-task=4
      # Slurm: sbatch THIS. By hand: sh THIS 1 computes shard 1 of @N@. Again after a failure:
      # sbatch --array=1 THIS; finished answers are not computed again.
      # Kubernetes: a Job with completionMode: Indexed, completions: @N@ and this script as its
      # command; JOB_COMPLETION_INDEX counts from 0.
      # When all are done: densesteer merge --out MERGED @OUT@/shard-*
      set -eu
      cd @HERE@
      if [ $# -gt 0 ]; then
        shard=$1
      elif [ -n "${SLURM_ARRAY_TASK_ID:-}" ]; then
        shard=$SLURM_ARRAY_TASK_ID
      else
        shard=$((${JOB_COMPLETION_INDEX:?no number of a shard was given} + 1))
      fi
      if ! [ "$shard" -ge 1 ] || ! [ "$shard" -le @N@ ]; then
        echo "There is no shard $shard; shards are counted from 1 to @N@." >&2
        exit 2
      fi

      # A folder for each attempt: mkdir lets only one process have a number.
      shards=@OUT@
      folder=$shards/shard-$shard
      mkdir -p "$folder"
      attempt=0
      while ! mkdir "$folder/attempt-$attempt" 2>/dev/null; do
        [ -d "$folder/attempt-$attempt" ] || { echo "Cannot write into $folder." >&2; exit 1; }
        attempt=$((attempt + 1))
      done
      own=$folder/attempt-$attempt
      # The plan is copied last: an attempt that has none has nothing to be taken over.
      before=$((attempt - 1))
      while [ "$before" -ge 0 ] && [ ! -f "$folder/attempt-$before/plan.json" ]; do
        before=$((before - 1))
      done
      if [ "$before" -ge 0 ]; then
        for name in answers.jsonl problems.jsonl shard.json plan.json; do
          cp "$folder/attempt-$before/$name" "$own/$name"
        done
      fi
      exec "${DENSESTEER:-densesteer}" @ARGUMENTS@ --shard "$shard/@N@" --resume --out "$own"
      """;
}
