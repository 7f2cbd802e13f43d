package org.densesteer.files.zip;

/**
 * One entry of a ZIP archive's directory, as the archive claims it.
 *
 * @param name its path in the archive; only ever compared, never used as a path on disk
 * @param deflated whether it is compressed; otherwise it is stored as it is
 * @param crc CRC-32 of the content
 * @param packed bytes in the archive
 * @param size bytes of the content
 * @param offset where its local header lies
 */
record ZipMember(String name, boolean deflated, long crc, long packed, long size, long offset) {}
