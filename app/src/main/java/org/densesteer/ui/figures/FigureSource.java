package org.densesteer.ui.figures;

import java.util.function.Function;
import org.densesteer.figure.Figure;
import org.densesteer.figure.FigureSize;
import org.densesteer.figure.Origin;

/**
 * What can be saved as a figure.
 *
 * @param name of its file, without an ending
 * @param drawing lays it out at a size; called on any thread
 * @param origin what it shows and how that came about
 */
public record FigureSource(String name, Function<FigureSize, Figure> drawing, Origin origin) {}
