package org.densesteer.model.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NativeHeapTest {

  @Test
  void canBeTrimmedWhereTheCLibraryKeepsFreedMemory() {
    assertEquals(System.getProperty("os.name").equals("Linux"), NativeHeap.trim());
  }
}
