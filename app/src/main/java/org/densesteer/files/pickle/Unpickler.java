package org.densesteer.files.pickle;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.densesteer.files.bytes.ByteCursor;
import org.densesteer.files.bytes.FileBytes;

/**
 * Interprets the pickle instructions with which tensors and what lies beside them are described
 * (Python, Lib/pickle.py and Lib/pickletools.py), those of protocols 2 to 5. Nothing is executed or
 * imported: a Python name outside {@link AllowedGlobal} and {@link TorchType} is refused, and
 * calling one of the allowed names only makes one of this package's records.
 *
 * <p>Tuples and lists become lists, dictionaries maps, in their order, with numbers, texts, truth
 * values and short tuples as keys; None becomes {@link #NONE}.
 */
public final class Unpickler {

  /** Python's None. */
  public static final Object NONE = PickleStack.NONE;

  /** Longest pickle accepted; that of a hundred layers takes a thousandth of it. */
  public static final int MAX_BYTES = 1 << 24;

  private static final int MAX_INSTRUCTIONS = 1 << 22;
  private static final int PROTOCOL = 0x80;
  private static final int HIGHEST_PROTOCOL = 5;
  private static final int LONGEST_NAME = 300;
  private static final int LONGEST_NUMBER = 256;

  private final FileBytes file;
  private final ByteCursor cursor;
  private final Map<String, PickledStorage> storages = new LinkedHashMap<>();
  private PickleStack stack;

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
    return new Unpickler(pickle).next();
  }

  /** Reads pickles that lie one behind the other from the first byte on. */
  public static Unpickler sequence(FileBytes file) {
    return new Unpickler(file);
  }

  /** Offset of the first byte behind the last pickle that was read. */
  public int position() {
    return cursor.position();
  }

  /** The storages that were mentioned, by their keys. */
  public Map<String, PickledStorage> storages() {
    return storages;
  }

  /**
   * The object of the next pickle.
   *
   * @throws FaultException as {@link #read}
   */
  public Object next() {
    stack = new PickleStack(file);
    for (int count = 0; count < MAX_INSTRUCTIONS; count++) {
      int instruction = cursor.u8("its pickle");
      if (instruction == '.') {
        return stack.pop();
      }
      step(instruction);
    }
    throw file.refused("its pickle has more than " + MAX_INSTRUCTIONS + " instructions");
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
      case '0' -> stack.pop();
      case '1' -> stack.popToMark();
      case '2' -> stack.push(stack.top());
      case 'N' -> stack.push(NONE);
      case 0x88 -> stack.push(Boolean.TRUE);
      case 0x89 -> stack.push(Boolean.FALSE);
      case 'K' -> stack.push((long) cursor.u8("a number"));
      case 'M' -> stack.push((long) cursor.u16("a number"));
      case 'J' -> stack.push((long) cursor.i32("a number"));
      case 'G' -> stack.push(Double.longBitsToDouble(Long.reverseBytes(cursor.i64("a number"))));
      case 0x8a -> stack.push(longNumber());
      case 'X' -> stack.push(cursor.text(cursor.u32("a text's length"), "a text"));
      case 0x8c -> stack.push(cursor.text(cursor.u8("a text's length"), "a text"));
      case 0x8d -> stack.push(cursor.text(cursor.i64("a text's length"), "a text"));
      case 'T' -> stack.push(cursor.text(cursor.u32("a text's length"), "a text"));
      case 'U' -> stack.push(cursor.text(cursor.u8("a text's length"), "a text"));
      case 'B' -> stack.push(bytes(cursor.u32("the length of bytes")));
      case 'C' -> stack.push(bytes(cursor.u8("the length of bytes")));
      case 0x8e, 0x96 -> stack.push(bytes(cursor.i64("the length of bytes")));
      case ')' -> stack.push(List.of());
      case 0x85 -> stack.push(stack.popTuple(1));
      case 0x86 -> stack.push(stack.popTuple(2));
      case 0x87 -> stack.push(stack.popTuple(3));
      case 't' -> stack.push(stack.popToMark());
      case ']' -> stack.push(new ArrayList<>());
      case 'l' -> stack.push(new ArrayList<>(stack.popToMark()));
      case 'a' -> append(List.of(stack.pop()));
      case 'e' -> append(stack.popToMark());
      case '}' -> stack.push(new LinkedHashMap<>());
      case 's' -> {
        List<Object> item = stack.popTuple(2);
        set(item);
      }
      case 'u' -> set(stack.popToMark());
      case 0x8f -> stack.push(new PickledOther("a set"));
      case 0x90 -> stack.popToMark();
      case 0x91 -> {
        stack.popToMark();
        stack.push(new PickledOther("a set"));
      }
      case 'q' -> stack.remember(cursor.u8("a memo number"));
      case 'r' -> stack.remember(cursor.u32("a memo number"));
      case 0x94 -> stack.rememberNext();
      case 'h' -> stack.recall(cursor.u8("a memo number"));
      case 'j' -> stack.recall(cursor.u32("a memo number"));
      case 'Q' -> {
        PickledStorage storage = PickleCalls.storage(stack.pop(), file);
        storages.put(storage.key(), storage);
        stack.push(storage);
      }
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

  private Object global(String module, String attribute) {
    return TorchType.find(module, attribute)
        .<Object>map(type -> type)
        .or(() -> AllowedGlobal.find(module, attribute))
        .orElseThrow(() -> refusal(module, attribute));
  }

  private FaultException refusal(String module, String attribute) {
    String name = FileBytes.quote(module + "." + attribute);
    if (module.startsWith("__torch__") || module.startsWith("torch.jit")) {
      return file.refused(
          "it is a TorchScript program (" + name + "), not tensors; nothing was run");
    }
    boolean model =
        module.startsWith("torch.nn.modules.")
            || module.startsWith("transformers.")
            || module.startsWith("peft.")
            || module.startsWith("__main__");
    return file.refused(
        model
            ? "it holds a Python object of the class "
                + name
                + "; save the tensors in it alone; nothing of it was run"
            : "it asks for the Python name "
                + name
                + ", which is not on the list of those that are read; nothing of it was run");
  }

  private String text(Object item) {
    if (item instanceof String text) {
      return text;
    }
    throw file.broken("its pickle has something else where a text is expected");
  }

  private PickledBytes bytes(long length) {
    ByteBuffer content = cursor.bytes(length, "bytes");
    return new PickledBytes(content);
  }

  private Object longNumber() {
    int count = cursor.u8("a number's length");
    if (count > LONGEST_NUMBER) {
      throw file.refused("its pickle has a number of " + count + " bytes");
    }
    byte[] bigEndian = new byte[count + 1];
    for (int i = count; i > 0; i--) {
      bigEndian[i] = (byte) cursor.u8("a number");
    }
    bigEndian[0] = (byte) (count > 0 && bigEndian[1] < 0 ? -1 : 0);
    BigInteger value = new BigInteger(bigEndian);
    return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
  }

  private void append(List<Object> items) {
    if (!(stack.top() instanceof ArrayList<?>)) {
      throw file.broken("its pickle appends to something that is no list");
    }
    @SuppressWarnings("unchecked")
    List<Object> list = (List<Object>) stack.top();
    list.addAll(items);
  }

  private void set(List<Object> keysAndValues) {
    if (!(stack.top() instanceof Map<?, ?>) || keysAndValues.size() % 2 != 0) {
      throw file.broken("its pickle puts entries into something that is no dictionary");
    }
    @SuppressWarnings("unchecked")
    Map<Object, Object> map = (Map<Object, Object>) stack.top();
    for (int i = 0; i < keysAndValues.size(); i += 2) {
      Object key = keysAndValues.get(i);
      if (!PickleCalls.isKey(key)) {
        throw file.refused("its pickle has a dictionary key that is neither number nor text");
      }
      map.put(key, keysAndValues.get(i + 1));
    }
  }
}
