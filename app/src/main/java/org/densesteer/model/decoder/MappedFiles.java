package org.densesteer.model.decoder;

import ai.djl.pytorch.jni.IValue;
import java.util.HashMap;
import java.util.Map;
import org.densesteer.files.safetensors.Dtype;
import org.densesteer.files.safetensors.SafetensorsFile;
import org.densesteer.model.torch.ScalarType;
import org.densesteer.model.torch.TorchProgram;

/** Files mapped into a program's memory, each once for every element type that it is read as. */
final class MappedFiles {

  private final TorchProgram program;
  private final Map<String, Long> numbers = new HashMap<>();

  MappedFiles(TorchProgram program) {
    this.program = program;
  }

  /** The program's number for a file as elements of one type. */
  long numberOf(SafetensorsFile file, Dtype dtype) {
    return numbers.computeIfAbsent(file.path() + "#" + dtype, key -> map(file, dtype));
  }

  private long map(SafetensorsFile file, Dtype dtype) {
    try (IValue number =
        program
            .call("map")
            .text(file.path().toAbsolutePath().toString())
            .integer(file.size() / dtype.bytes())
            .integer(ScalarType.of(dtype).number())
            .run()) {
      return number.toLong();
    }
  }

  /** Gives all mappings up; each lasts until the last tensor that is a view of it is gone. */
  void unmap() {
    program.call("unmap").runVoid();
    numbers.clear();
  }
}
