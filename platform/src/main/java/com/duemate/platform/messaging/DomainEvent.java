package com.duemate.platform.messaging;

/** A fact other rooms may react to: a one-line record of ids and primitives, in the past tense, named by {@link EventName}. */
public interface DomainEvent {}
