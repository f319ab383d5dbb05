/** Files that several threads and processes share: taking turns, and writes that survive a crash. */
package io.flotilla.base.file;
