/**
 * app-base as a proxy before an app that is not built on it: it signs people in, decides, and passes everything on to the
 * app, which listens on loopback alone.
 */
package io.flotilla.base.gate;
