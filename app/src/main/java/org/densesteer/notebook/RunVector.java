package org.densesteer.notebook;

/**
 * A vector that a run names.
 *
 * @param name what it was called
 * @param hash SHA-256 over its layers and values, 64 hexadecimal digits
 */
public record RunVector(String name, String hash) {}
