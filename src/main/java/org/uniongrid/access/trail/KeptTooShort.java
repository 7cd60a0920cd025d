package org.uniongrid.access.trail;

/** The operator wants the trail gone sooner than the law allows. */
final class KeptTooShort extends RuntimeException {

    KeptTooShort(String keep) {
        super("UNIONGRID_AUDIT_KEEP is " + keep + ", but the audit trail is kept for " + Retention.LEAST
                + " months at least (Cybersecurity Law, article 21)");
    }
}
