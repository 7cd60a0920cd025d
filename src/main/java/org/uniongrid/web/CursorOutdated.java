package org.uniongrid.web;

/** A program goes on from where it was, and this place is not known any more: it has to begin again. */
public final class CursorOutdated extends RuntimeException {}
