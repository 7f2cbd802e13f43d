package org.densesteer.chat;

/**
 * One turn of a conversation.
 *
 * @param role {@code system}, {@code user} or {@code assistant}
 * @param content what is said
 */
public record ChatMessage(String role, String content) {

  /** A turn that instructs the model. */
  public static ChatMessage system(String content) {
    return new ChatMessage("system", content);
  }

  /** A turn of the person. */
  public static ChatMessage user(String content) {
    return new ChatMessage("user", content);
  }

  /** A turn of the model. */
  public static ChatMessage assistant(String content) {
    return new ChatMessage("assistant", content);
  }
}
