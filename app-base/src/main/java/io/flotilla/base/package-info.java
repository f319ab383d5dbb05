/**
 * The base dashboard app: what every dashboard of a fleet, and each of Flotilla's own programs, is built on.
 */
package io.flotilla.base;
