package org.densesteer.model.torch;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.densesteer.common.FaultException;
import org.densesteer.common.TemporaryFolders;
import org.jspecify.annotations.Nullable;

/**
 * A loaded TorchScript program. Owns the native module and everything in its attributes; calls are
 * for one thread at a time.
 */
public final class TorchProgram implements AutoCloseable {

  private final PtNDManager manager;
  private final Model model;
  private final PtSymbolBlock block;

  private TorchProgram(PtNDManager manager, Model model, PtSymbolBlock block) {
    this.manager = manager;
    this.model = model;
    this.block = block;
  }

  /**
   * Compiles and loads the text of {@code archive}.
   *
   * @throws FaultException when the engine refuses the text, as when this platform's libtorch lacks
   *     an operator that it names
   */
  public static TorchProgram load(TorchArchive archive) {
    Engines.prepare();
    PtNDManager manager = (PtNDManager) NDManager.newBaseManager("PyTorch");
    Model model = Model.newInstance("program", "PyTorch");
    Path folder = null;
    try {
      folder = TemporaryFolders.make("program");
      Path file = folder.resolve("program.pt");
      archive.write(file);
      model.load(folder, "program");
      return new TorchProgram(manager, model, (PtSymbolBlock) model.getBlock());
    } catch (IOException | MalformedModelException | RuntimeException e) {
      model.close();
      manager.close();
      throw new FaultException(
          "The program of the decoder could not be loaded: " + e.getMessage(), e);
    } finally {
      discard(folder);
    }
  }

  /** The manager whose arrays live as long as this program. */
  public PtNDManager manager() {
    return manager;
  }

  /** Begins a call of a method. */
  public TorchCall call(String method) {
    return new TorchCall(this, method);
  }

  /** Runs a method; the caller closes the result. Arguments stay the caller's. */
  IValue run(String method, IValue... arguments) {
    return EngineGate.PROCESS.pass(() -> IValueUtils.runMethod(block, method, arguments));
  }

  /**
   * Runs a method on tensors as a forward pass with or without gradients. Weights that are to be
   * trained must be made in a call with {@code training}.
   */
  public NDList forward(String method, boolean training, NDManager scope, NDArray... arguments) {
    NDList list = new NDList(arguments);
    NDArray marker = scope.create(0f);
    marker.setName("module_method:" + method);
    list.add(marker);
    return EngineGate.PROCESS.pass(() -> IValueUtils.forward(block, list, training));
  }

  @Override
  public void close() {
    EngineGate.PROCESS.pass(
        () -> {
          model.close();
          manager.close();
          return true;
        });
  }

  private static void discard(@Nullable Path folder) {
    if (folder == null) {
      return;
    }
    try {
      Files.deleteIfExists(folder.resolve("program.pt"));
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      folder.toFile().deleteOnExit();
    }
  }
}
