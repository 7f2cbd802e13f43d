package org.densesteer.ui.common;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.InvalidPathException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.densesteer.common.FaultException;
import org.densesteer.common.FileNames;
import org.densesteer.common.LifeLog;
import org.densesteer.common.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Something a person should know.
 *
 * @param severity how much it matters
 * @param sentence one complete sentence that says what happened and what to do
 * @param details the rest, for whoever wants to look closer; may be empty
 * @param offer what can be done next with one click; null for nothing
 */
public record Notice(Severity severity, String sentence, String details, @Nullable Offer offer) {

  /** How much a notice matters. */
  public enum Severity {
    /** Good to know; goes away by itself. */
    INFO,
    /** Something works otherwise than asked for. */
    WARNING,
    /** Something was not done. */
    ERROR
  }

  /**
   * What a notice lets a person do.
   *
   * @param label what the button says
   * @param action what it does
   */
  public record Offer(String label, Runnable action) {}

  /** A notice that only says something. */
  public Notice(Severity severity, String sentence, String details) {
    this(severity, sentence, details, null);
  }

  /** Good news, and what can be done now; it stays until it is answered or closed. */
  public static Notice offer(String sentence, String label, Runnable action) {
    return new Notice(Severity.INFO, sentence, "", new Offer(label, action));
  }

  /** The same with something that can be done about it. */
  public Notice with(String label, Runnable action) {
    return new Notice(severity, sentence, details, new Offer(label, action));
  }

  /** A notice that goes away by itself. */
  public static Notice info(String sentence) {
    return new Notice(Severity.INFO, sentence, "");
  }

  /** A notice that something works otherwise than asked for. */
  public static Notice warning(String sentence) {
    return new Notice(Severity.WARNING, sentence, "");
  }

  /** The same about what a fault tells. */
  public static Notice warning(FaultException fault) {
    return new Notice(Severity.WARNING, String.valueOf(fault.getMessage()), stack(fault));
  }

  /** A notice that something was not done. */
  public static Notice error(String sentence) {
    return new Notice(Severity.ERROR, sentence, "");
  }

  /** A failure's own sentence when it has one, with the stack as details. */
  public static Notice of(Throwable failure) {
    Throwable cause = failure;
    while ((cause instanceof CompletionException || cause instanceof ExecutionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof InvalidPathException name) {
      cause = FileNames.fault(name);
    }
    String sentence =
        cause instanceof FaultException
            ? String.valueOf(cause.getMessage())
            : Texts.of(
                "Something failed that should not have: %s. The details say where.",
                summary(cause));
    LifeLog.note("Fault", sentence);
    return new Notice(Severity.ERROR, sentence, stack(cause));
  }

  private static String summary(Throwable cause) {
    String message = cause.getMessage();
    String name = cause.getClass().getSimpleName();
    return message == null ? name : name + " (" + message.lines().findFirst().orElse("") + ")";
  }

  private static String stack(Throwable cause) {
    StringWriter text = new StringWriter();
    cause.printStackTrace(new PrintWriter(text, true));
    LifeLog.folder().ifPresent(log -> text.append("\nWhat went before is in " + log + ".\n"));
    return text.toString();
  }
}
