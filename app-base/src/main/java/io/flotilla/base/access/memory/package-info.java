/** Remembering what the portal said last: how long it counts, and where it is kept. Plain Java. */
package io.flotilla.base.access.memory;
