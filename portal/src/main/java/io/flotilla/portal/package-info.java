/** The front door: the tiles of the apps a person may open. */
package io.flotilla.portal;
