package org.densesteer.files.pickle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.densesteer.files.bytes.ByteCursor;
import org.densesteer.files.bytes.FileBytes;

/**
 * Interprets the few pickle instructions with which tensors are described (Python, Lib/pickle.py
 * and Lib/pickletools.py). Nothing is executed or imported: a Python name outside {@link
 * AllowedGlobal} is refused, and calling one of the allowed names only makes one of this package's
 * records.
 *
 * <p>Tuples become lists, dictionaries maps with {@link Long} or {@link String} keys.
 */
public final class Unpickler {

  /** Longest pickle accepted; that of a hundred layers takes a hundredth of it. */
  public static final int MAX_BYTES = 1 << 20;

  private static final int PROTOCOL = 0x80;
  private static final int HIGHEST_PROTOCOL = 5;
  private static final int LONGEST_NAME = 300;

  private final FileBytes file;
  private final ByteCursor cursor;
  private final PickleStack stack;

  private Unpickler(FileBytes file) {
    this.file = file;
    this.cursor = file.cursor(0);
    this.stack = new PickleStack(file);
  }

  /** Whether the content begins as a pickle of protocol 2 or later does. */
  public static boolean looksLikeOne(FileBytes file) {
    return file.at(0) == PROTOCOL;
  }

  /**
   * Reads the one object of a pickle.
   *
   * @throws FaultException when it is broken, or mentions or does anything that a file of tensors
   *     has no need of
   */
  public static Object read(FileBytes pickle) {
    if (pickle.size() > MAX_BYTES) {
      throw pickle.refused(
          Texts.of("its pickle has %d bytes; at most %d are read", pickle.size(), MAX_BYTES));
    }
    return new Unpickler(pickle).run();
  }

  private Object run() {
    while (true) {
      int instruction = cursor.u8("its pickle");
      if (instruction == '.') {
        return stack.pop();
      }
      step(instruction);
    }
  }

  private void step(int instruction) {
    switch (instruction) {
      case PROTOCOL -> requireProtocol(cursor.u8("its pickle"));
      case 0x95 -> cursor.i64("a frame of its pickle");
      case 'c' -> stack.push(global(name(), name()));
      case 'i' -> throw refusal(name(), name());
      case 0x93 -> {
        List<Object> names = stack.popTuple(2);
        stack.push(global(text(names.get(0)), text(names.get(1))));
      }
      case '(' -> stack.mark();
      case 'N' -> stack.push(PickleStack.NONE);
      case 0x88 -> stack.push(Boolean.TRUE);
      case 0x89 -> stack.push(Boolean.FALSE);
      case 'K' -> stack.push((long) cursor.u8("a number"));
      case 'M' -> stack.push((long) cursor.u16("a number"));
      case 'J' -> stack.push((long) cursor.i32("a number"));
      case 0x8a -> stack.push(longNumber());
      case 'X' -> stack.push(cursor.text(cursor.u32("a text's length"), "a text"));
      case 0x8c -> stack.push(cursor.text(cursor.u8("a text's length"), "a text"));
      case ')' -> stack.push(List.of());
      case 0x85 -> stack.push(stack.popTuple(1));
      case 0x86 -> stack.push(stack.popTuple(2));
      case 0x87 -> stack.push(stack.popTuple(3));
      case 't' -> stack.push(stack.popToMark());
      case '}' -> stack.push(new HashMap<>());
      case 's' -> {
        List<Object> item = stack.popTuple(2);
        set(item);
      }
      case 'u' -> set(stack.popToMark());
      case 'q' -> stack.remember(cursor.u8("a memo number"));
      case 'r' -> stack.remember(cursor.u32("a memo number"));
      case 0x94 -> stack.rememberNext();
      case 'h' -> stack.recall(cursor.u8("a memo number"));
      case 'j' -> stack.recall(cursor.u32("a memo number"));
      case 'Q' -> stack.push(PickleCalls.storage(stack.pop(), file));
      case 'R' -> {
        Object arguments = stack.pop();
        stack.push(PickleCalls.call(stack.pop(), arguments, file));
      }
      case 0x81 -> {
        Object arguments = stack.pop();
        stack.push(PickleCalls.make(stack.pop(), arguments, file));
      }
      case 'b' -> {
        Object state = stack.pop();
        PickleCalls.build(stack.top(), state, file);
      }
      default ->
          throw file.refused(
              Texts.of(
                  "its pickle uses instruction 0x%02x, which no file of tensors needs",
                  instruction));
    }
  }

  private void requireProtocol(int protocol) {
    if (protocol > HIGHEST_PROTOCOL) {
      throw file.refused("its pickle has the unknown protocol " + protocol);
    }
  }

  private String name() {
    return cursor.line(LONGEST_NAME, "a Python name");
  }

  private AllowedGlobal global(String module, String attribute) {
    return AllowedGlobal.find(module, attribute).orElseThrow(() -> refusal(module, attribute));
  }

  private FaultException refusal(String module, String attribute) {
    return file.refused(
        "it asks for the Python name "
            + FileBytes.quote(module + "." + attribute)
            + ", which no file of tensors needs; nothing of it was run");
  }

  private String text(Object item) {
    if (item instanceof String text) {
      return text;
    }
    throw file.broken("its pickle has something else where a text is expected");
  }

  private long longNumber() {
    int count = cursor.u8("a number's length");
    if (count > Long.BYTES) {
      throw file.refused("its pickle has a number of " + count + " bytes");
    }
    long value = 0;
    int shift = 0;
    for (; shift < 8 * count; shift += 8) {
      value |= (long) cursor.u8("a number") << shift;
    }
    int unused = Long.SIZE - shift;
    return count == 0 ? 0 : value << unused >> unused;
  }

  private void set(List<Object> keysAndValues) {
    if (!(stack.top() instanceof Map<?, ?>) || keysAndValues.size() % 2 != 0) {
      throw file.broken("its pickle puts entries into something that is no dictionary");
    }
    @SuppressWarnings("unchecked")
    Map<Object, Object> map = (Map<Object, Object>) stack.top();
    for (int i = 0; i < keysAndValues.size(); i += 2) {
      Object key = keysAndValues.get(i);
      if (!(key instanceof Long) && !(key instanceof String)) {
        throw file.refused("its pickle has a dictionary key that is neither number nor text");
      }
      map.put(key, keysAndValues.get(i + 1));
    }
  }
}
