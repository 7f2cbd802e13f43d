package org.densesteer.model.torch;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import java.util.concurrent.CompletableFuture;
import org.slf4j.LoggerFactory;

/** Settings of the native engine that must stand before it is first touched. */
public final class Engines {

  private static boolean ready;

  private Engines() {}

  /** Loads the native engine, offline and without asking for a graphics card; once per process. */
  public static synchronized void prepare() {
    if (ready) {
      return;
    }
    setDefault("ai.djl.offline", "true");
    setDefault("OPT_OUT_TRACKING", "true");
    setDefault("PYTORCH_FLAVOR", "cpu");
    EngineGate.PROCESS.pass(() -> Engine.getEngine("PyTorch"));
    ready = true;
  }

  /** Begins {@link #prepare} on another thread; who needs the engine meanwhile waits for it. */
  public static void prepareAside() {
    // Two threads that meet the logging for the first time at once make it complain.
    LoggerFactory.getILoggerFactory();
    CompletableFuture.runAsync(Engines::prepare);
  }

  /**
   * Sets how many threads one operation may use, for the whole process.
   *
   * @param threads at least 1
   */
  public static synchronized void useThreads(int threads) {
    prepare();
    if (JniUtils.getNumThreads() != threads) {
      JniUtils.setNumThreads(threads);
    }
  }

  private static void setDefault(String name, String value) {
    if (System.getProperty(name) == null) {
      System.setProperty(name, value);
    }
  }
}
