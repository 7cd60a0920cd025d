package org.uniongrid.demo;

/** A person who may sign in to the demo, with one post at a unit of the tree. */
public record Cadre(String login, String personName, String unitName, String roleKey, String title) {}
