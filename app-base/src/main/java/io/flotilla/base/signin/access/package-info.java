/** Who may open this program: asked of the portal, or read from the settings, and decided at every request. */
package io.flotilla.base.signin.access;
