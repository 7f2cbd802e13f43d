package org.densesteer.hub;

import java.util.regex.Pattern;
import org.densesteer.common.FaultException;
import org.densesteer.model.checkpoint.WeightFiles;

/**
 * A file that the hub offers.
 *
 * @param name its name in the repository, with its sub-folder if it lies in one
 * @param size its length in bytes
 * @param etag its name among the cache's blobs: the SHA-256 of a large file (64 digits), Git's
 *     SHA-1 of a small one (40 digits), or whatever else a mirror sends
 */
public record RemoteFile(String name, long size, String etag) {

  private static final Pattern PLAIN_ETAG = Pattern.compile("[A-Za-z0-9_-]{1,128}");

  /**
   * Checks what becomes part of a path: it comes from a server that may not be trusted.
   *
   * @throws FaultException when a name could lead out of its folder, or the size is negative
   */
  public RemoteFile {
    if (!WeightFiles.staysInside(name)) {
      throw new FaultException("The server offers a file with the unsafe name \"" + name + "\".");
    }
    if (!PLAIN_ETAG.matcher(etag).matches()) {
      throw new FaultException(
          "The server identifies " + name + " by \"" + etag + "\", which is no usable checksum.");
    }
    if (size < 0) {
      throw new FaultException("The server does not tell the size of " + name + ".");
    }
  }
}
