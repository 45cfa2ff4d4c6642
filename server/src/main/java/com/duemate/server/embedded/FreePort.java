package com.duemate.server.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A port of the loopback address that is free now; who starts on it must be ready to find it taken. */
final class FreePort {

    /** How often a start is tried again on another port. */
    static final int TRIES = 5;

    private FreePort() {}

    static int next() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort();
        }
    }
}
