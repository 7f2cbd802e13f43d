package org.densesteer.steering.library;

import java.nio.file.Path;

/**
 * A vector that was deleted and can be brought back.
 *
 * @param name what it was called
 * @param file where it lies now
 * @param annotation what was noted about it
 */
public record DeletedVector(String name, Path file, Annotation annotation) {}
