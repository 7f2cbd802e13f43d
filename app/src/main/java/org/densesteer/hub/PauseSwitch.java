package org.densesteer.hub;

/** A switch that holds a download; it lets go of its connection and keeps what has arrived. */
public final class PauseSwitch {

  private volatile boolean paused;

  /** Holds the download at its next piece; safe from any thread. */
  public void pause() {
    paused = true;
  }

  /** Lets the download go on. */
  public void resume() {
    paused = false;
  }

  /** Whether the download is held. */
  public boolean isPaused() {
    return paused;
  }
}
