package com.duemate.platform.scope;

/** What may be looked up at the door. The key is hashed before it is stored or sent to the database. */
public enum HandleKind {
    /** Key: normalised host with port where it is not the default. */
    HOST,
    /** Key: {@code realm|e-mail address}. */
    ACCOUNT,
    /** Key: account id; one handle for each tenant the account may work in. */
    MEMBERSHIP,
    /** Key: the secret. */
    API_KEY,
    /** Key: the secret in the address. */
    PAYMENT_LINK,
    /** Key: the secret in the address. */
    MAGIC_LINK,
    /** Key: the secret in the address. */
    INVITATION,
    /** Key: the secret in the address. */
    WEBHOOK_ENDPOINT,
    /** Key: the secret in the address. */
    UNSUBSCRIBE
}
