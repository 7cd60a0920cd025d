package org.uniongrid.organisation.intake;

/** The register changed between the check of a list and its intake; nothing was taken in. */
final class RegisterChanged extends RuntimeException {}
