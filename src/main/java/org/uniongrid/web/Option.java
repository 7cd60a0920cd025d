package org.uniongrid.web;

/** A choice in a drop-down list: what is sent and what is read. */
public record Option(String value, String label) {}
