package org.uniongrid.people.vault;

/** Something about the keys that the operator has to put right: what happened, and what to do. */
final class KeyProblem extends RuntimeException {

    private final String remedy;

    KeyProblem(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
