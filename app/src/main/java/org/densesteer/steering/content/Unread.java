package org.densesteer.steering.content;

/**
 * Something in a file that is no array of numbers, no list and no dictionary.
 *
 * @param what what it is, with its article
 */
public record Unread(String what) {

  /** Python's None and JSON's null. */
  public static final Unread NONE = new Unread("None");
}
