package com.duemate.server.embedded;

import java.nio.file.Path;

/** A process that starts the servers, says so in one line and holds them until it is killed. */
final class HoldingServers {

    private HoldingServers() {}

    public static void main(String[] arguments) throws InterruptedException {
        var servers = EmbeddedServers.start(Path.of(arguments[0]), Path.of(arguments[1]));
        System.out.println(servers.jdbcUrl());
        Thread.sleep(Long.MAX_VALUE);
    }
}
