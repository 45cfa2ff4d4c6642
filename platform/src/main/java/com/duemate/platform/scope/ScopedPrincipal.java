package com.duemate.platform.scope;

/** An authenticated principal that names the scope its requests run in. */
public interface ScopedPrincipal {

    Scope scope();
}
