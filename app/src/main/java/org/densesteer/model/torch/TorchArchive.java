package org.densesteer.model.torch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.densesteer.files.pickle.PickleWriter;
import org.densesteer.files.zip.StoredZip;

/**
 * A TorchScript archive made from source text: a ZIP of stored entries whose {@code data.pkl} is
 * the pickle of one module instance with empty tensor lists. It loads through DJL's {@code
 * Model.load}.
 *
 * @param className name of the module class in the source, {@code Decoder} for {@code class
 *     Decoder(Module)}
 * @param source the TorchScript text
 * @param tensorLists the {@code List[Tensor]} attributes of the class, which start empty
 */
public record TorchArchive(String className, String source, List<String> tensorLists) {

  private static final String ROOT = "program/";

  /** Writes the archive to {@code file}. */
  public void write(Path file) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put(ROOT + "data.pkl", pickle());
    entries.put(ROOT + "code/__torch__.py", source.getBytes(StandardCharsets.UTF_8));
    entries.put(ROOT + "constants.pkl", new PickleWriter().instructions(")").bytes());
    entries.put(ROOT + "version", "10\n".getBytes(StandardCharsets.US_ASCII));
    entries.put(ROOT + "byteorder", "little".getBytes(StandardCharsets.US_ASCII));
    StoredZip.write(file, entries);
  }

  /** The class, an empty tuple, NEWOBJ, then the attributes as a dict for BUILD. */
  private byte[] pickle() {
    PickleWriter pickle =
        new PickleWriter()
            .instructions("c__torch__\n" + className + "\nq\u0000)\u0081}(")
            .text("training")
            .instructions("\u0089")
            .text("_is_full_backward_hook")
            .instructions("N");
    for (String attribute : tensorLists) {
      pickle
          .text(attribute)
          .instructions("ctorch.jit._pickle\nrestore_type_tag\n(]")
          .text("List[Tensor]")
          .instructions("tR");
    }
    return pickle.instructions("ub").bytes();
  }
}
