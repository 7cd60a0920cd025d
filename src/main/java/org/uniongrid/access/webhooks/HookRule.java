package org.uniongrid.access.webhooks;

import org.uniongrid.foundation.Rule;

/** What webhooks must keep to. */
public enum HookRule implements Rule {
    WEBHOOK_IS_IN_FORCE,
    WEBHOOK_NAME_IS_FREE,
    WEBHOOK_KINDS_ARE_KNOWN,
    WEBHOOK_ADDRESS_IS_ALLOWED
}
