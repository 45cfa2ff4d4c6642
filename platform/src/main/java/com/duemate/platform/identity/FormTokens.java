package com.duemate.platform.identity;

/**
 * Proof that a form was served by this installation for one purpose and one object, where there is no session to keep one in.
 * Signed (HMAC-SHA256), good for two hours by the system's time, valid on every node.
 */
public interface FormTokens {

    /** @param boundTo what the form is about, such as the secret of a link; not readable from the token */
    String issue(String purpose, String boundTo);

    boolean accepts(String token, String purpose, String boundTo);
}
