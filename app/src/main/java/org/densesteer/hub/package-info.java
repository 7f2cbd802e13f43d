/**
 * Finding and getting models: the Hugging Face cache on this machine, the hub's API, and downloads
 * into that cache as Python tools expect them.
 */
@NullMarked
package org.densesteer.hub;

import org.jspecify.annotations.NullMarked;
