package org.densesteer.ui.trace;

/** Starts the demo from a class path, where the launcher refuses an application class. */
public final class TraceDemoMain {

  private TraceDemoMain() {}

  /** Starts the window. */
  public static void main(String[] arguments) {
    TraceDemo.main(arguments);
  }
}
