package org.densesteer.files.pickle;

/**
 * Something in a pickle that is recognised and not read.
 *
 * @param what what it is, with its article
 */
public record PickledOther(String what) {}
