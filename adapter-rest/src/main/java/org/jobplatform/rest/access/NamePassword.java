package org.jobplatform.rest.access;

/** A user's name and password, sent in place of a token. */
public record NamePassword(String name, String password) {
    /** Without the password. */
    @Override
    public String toString() {
        return "NamePassword[" + name + "]";
    }
}
