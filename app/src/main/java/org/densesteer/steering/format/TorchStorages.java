package org.densesteer.steering.format;

import java.nio.ByteBuffer;

/** Where a {@code torch.save} file keeps the elements of its tensors. */
interface TorchStorages {

  /**
   * The content of a storage, in the byte order of its numbers.
   *
   * @throws org.densesteer.common.FaultException when the file lacks it
   */
  ByteBuffer content(String key);
}
