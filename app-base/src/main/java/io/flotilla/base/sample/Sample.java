package io.flotilla.base.sample;

/** What app-base shows when it runs alone; {@code flotilla.sample} chooses. */
public enum Sample {
    SALES, WAREHOUSE, FLEET, ORDERS, BREAKABLE, MAILBOX, IDENTITY
}
