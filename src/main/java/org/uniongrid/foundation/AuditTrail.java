package org.uniongrid.foundation;

/**
 * The port of the audit trail: who did what, when, from where, to which record. Entries are only ever added. The module
 * {@code access} keeps it; it adds time and address itself.
 */
public interface AuditTrail {

    /** Adds an entry in the transaction of the deed, so that neither stands without the other. */
    void add(Actor actor, Deed deed);

    /** Adds an entry in a transaction of its own, for what was refused and leaves no other mark. */
    void refused(Actor actor, Deed deed);
}
