package org.densesteer.model.torch;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.pytorch.jni.LibUtils;
import ai.djl.util.Utils;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.densesteer.common.FaultException;
import org.densesteer.common.UserHome;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Settings of the native engine that must stand before it is first touched. */
public final class Engines {

  private static boolean ready;
  private static @Nullable FaultException broken;

  private Engines() {}

  /**
   * Loads the native engine, offline and without asking for a graphics card; once per process.
   *
   * @throws FaultException when it cannot be unpacked or does not run here; until the next start
   */
  public static synchronized void prepare() {
    if (ready) {
      return;
    }
    if (broken != null) {
      throw broken;
    }
    UserHome.folder();
    setDefault("ai.djl.offline", "true");
    setDefault("OPT_OUT_TRACKING", "true");
    setDefault("PYTORCH_FLAVOR", "cpu");
    try {
      EngineGate.PROCESS.pass(() -> Engine.getEngine("PyTorch"));
    } catch (EngineException | LinkageError e) {
      broken = NativeLibraries.engineFault(e);
      throw broken;
    }
    ready = true;
  }

  /**
   * The versions of the native engine and of the library that calls it.
   *
   * @throws FaultException as {@link #prepare}
   */
  public static String versions() {
    prepare();
    return "libtorch " + LibUtils.getVersion() + ", DJL " + Engine.getDjlVersion();
  }

  /** Where native libraries are unpacked. */
  public static Path unpackedInto() {
    return Utils.getEngineCacheDir("pytorch");
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
