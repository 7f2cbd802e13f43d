package org.densesteer.common;

import java.util.function.Consumer;

/**
 * Of several questions whose answers come late and in any order, only the newest counts. Who asks
 * calls {@link #start}; whoever answers looks at the turn it was given.
 */
public final class Latest {

  private volatile Turn newest = new Turn();

  /** Begins a new turn; those before it no longer count. */
  public Turn start() {
    Turn turn = new Turn();
    newest = turn;
    return turn;
  }

  /** Lets no turn count that was begun so far. */
  public void forget() {
    start();
  }

  /** One question. */
  public final class Turn {

    private Turn() {}

    /** Whether nothing was asked since; may be read on any thread. */
    public boolean current() {
      return newest == this;
    }

    /** Passes on what comes while this turn counts, and drops the rest. */
    public <T> Consumer<T> only(Consumer<T> taker) {
      return answer -> {
        if (current()) {
          taker.accept(answer);
        }
      };
    }
  }
}
