package org.uniongrid.access;

/** The port by which modules tell other systems of what happened. What is told is kept with the deed and sent after it. */
public interface Webhooks {

    /**
     * Tells once: a second event with the same id is dropped. In the transaction of the deed.
     *
     * @throws IllegalArgumentException if nobody declared its kind, or its facts are too many
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
     */
    void tell(HookEvent event);
}
