package io.flotilla.base.page.error;

/** An error in the form that its asker reads. */
record Answer(int status, String type, String body) {}
