package com.duemate.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Takes every mail on loopback (RFC 5321) and counts how many each address got. */
final class SmtpSink implements AutoCloseable {

    private final ServerSocket socket;
    private final Map<String, Integer> received = new ConcurrentHashMap<>();

    SmtpSink() throws IOException {
        socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** By address. */
    Map<String, Integer> received() {
        return Map.copyOf(received);
    }

    int count() {
        return received.size();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                var in = new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1))) {
            client.setTcpNoDelay(true);
            say(client, "220 sink");
            var to = "";
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var verb = line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT);
                switch (verb) {
                    case "RCPT" -> {
                        to = line.replaceAll(".*<|>.*", "");
                        say(client, "250 ok");
                    }
                    case "DATA" -> {
                        say(client, "354 go on");
                        for (var text = in.readLine(); text != null && !text.equals("."); text = in.readLine()) {}
                        received.merge(to, 1, Integer::sum);
                        say(client, "250 taken");
                    }
                    case "QUIT" -> {
                        say(client, "221 bye");
                        return;
                    }
                    default -> say(client, "250 ok");
                }
            }
        } catch (IOException _) {
            // The client went away; what it had not finished does not count.
        }
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
