/** Asking the portal who may open what. Plain Java, and no request waits on a thread for it. */
package io.flotilla.base.access.portal;
