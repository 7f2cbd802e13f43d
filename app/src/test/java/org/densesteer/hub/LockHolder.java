package org.densesteer.hub;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Another program that holds a lock until its input ends. */
final class LockHolder {

  private LockHolder() {}

  public static void main(String[] arguments) throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                Path.of(arguments[0]), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.lock()) {
      System.out.print(lock.isValid() ? 'L' : 'x');
      System.out.flush();
      while (System.in.read() >= 0) {
        continue;
      }
    }
  }
}
