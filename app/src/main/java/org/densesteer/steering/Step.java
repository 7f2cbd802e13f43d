package org.densesteer.steering;

/**
 * One reasoning step of a response.
 *
 * @param number its place, from 1
 * @param start offset of its first character in the whole response, in UTF-16 units
 * @param end offset after its last character
 * @param text the stripped text between the two, never empty
 */
public record Step(int number, int start, int end, String text) {}
