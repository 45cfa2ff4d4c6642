package com.duemate.platform.restapi;

/** A request's body: read strictly, so that a mistyped field or a fraction of a cent is refused instead of guessed. */
public interface ApiBody {}
