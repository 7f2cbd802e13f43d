package org.densesteer.model.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.IValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One call of a program's method: collects the arguments in order, runs, frees what it made. */
public final class TorchCall {

  private final TorchProgram program;
  private final String method;
  private final List<IValue> arguments = new ArrayList<>();
  private final List<IValue> made = new ArrayList<>();

  TorchCall(TorchProgram program, String method) {
    this.program = program;
    this.method = method;
  }

  /** An {@code int}. */
  public TorchCall integer(long value) {
    return own(IValue.from(value));
  }

  /** A {@code bool}. */
  public TorchCall flag(boolean value) {
    return own(IValue.from(value));
  }

  /** A {@code str}. */
  public TorchCall text(String value) {
    return own(IValue.from(value));
  }

  /** A {@code List[int]}. */
  public TorchCall integers(int... values) {
    return own(IValue.listFrom(Arrays.stream(values).asLongStream().toArray()));
  }

  /** A {@code List[int]}. */
  public TorchCall integers(long... values) {
    return own(IValue.listFrom(values));
  }

  /** A {@code Tensor}, which stays the caller's. */
  public TorchCall tensor(NDArray value) {
    return own(IValue.from((PtNDArray) value));
  }

  /** A {@code List[Tensor]}, whose elements stay the caller's. */
  public TorchCall tensors(List<? extends NDArray> values) {
    return own(IValue.listFrom(values.toArray(PtNDArray[]::new)));
  }

  /** Any value, which stays the caller's. */
  public TorchCall value(IValue value) {
    arguments.add(value);
    return this;
  }

  /** Runs the method; the caller closes the result. */
  public IValue run() {
    try {
      return program.run(method, arguments.toArray(IValue[]::new));
    } finally {
      made.forEach(IValue::close);
    }
  }

  /** Runs a method whose result is of no interest. */
  public void runVoid() {
    run().close();
  }

  private TorchCall own(IValue value) {
    made.add(value);
    arguments.add(value);
    return this;
  }
}
