package com.duemate.platform.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A mail server (RFC 5321) that keeps what it accepted: each message is on disk before it is acknowledged, as a line with its
 * Message-ID and recipient. What it was handed only in part it never had.
 */
public final class MailSink implements AutoCloseable {

    private final ServerSocket listener;
    private final Path file;
    private final FileChannel channel;
    private final long halfAThought;

    /** @param id of the message, as its sender gave it, without the domain */
    public record Received(String id, String recipient) {}

    /** @param thinks for how long it keeps the sender of a message waiting, half of it before it has the message */
    public MailSink(Path file, Duration thinks) throws IOException {
        this.file = file;
        this.halfAThought = thinks.toMillis() / 2;
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.deleteIfExists(file);
        channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().name("mail-sink").daemon().start(this::listen);
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Everything ever accepted, out of the file. */
    public List<Received> received() {
        try (var lines = Files.lines(file)) {
            return lines.map(line -> line.split(" "))
                    .map(parts -> new Received(parts[0], parts[1]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                var socket = listener.accept();
                socket.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> converse(socket));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void converse(Socket socket) {
        try (socket;
                var in = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
            say(socket, "220 sink");
            var recipients = new ArrayList<String>();
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
                switch (verb) {
                    case "RCPT" -> {
                        recipients.add(line.replaceAll(".*<(.*)>.*", "$1"));
                        say(socket, "250 ok");
                    }
                    case "DATA" -> {
                        say(socket, "354 go on");
                        var id = read(in);
                        if (id == null) {
                            return;
                        }
                        Thread.sleep(halfAThought);
                        keep(id, recipients);
                        Thread.sleep(halfAThought);
                        recipients.clear();
                        say(socket, "250 accepted");
                    }
                    case "RSET" -> {
                        recipients.clear();
                        say(socket, "250 ok");
                    }
                    case "QUIT" -> {
                        say(socket, "221 bye");
                        return;
                    }
                    default -> say(socket, "250 ok");
                }
            }
        } catch (IOException _) {
            // Whoever hung up has handed over nothing more.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Up to the final dot; null where the line was cut before. */
    private static @Nullable String read(BufferedReader in) throws IOException {
        var id = "none";
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(".")) {
                return id;
            }
            if (line.regionMatches(true, 0, "Message-ID: <", 0, 13)) {
                id = line.substring(13).replaceAll("@.*", "");
            }
        }
        return null;
    }

    private synchronized void keep(String id, List<String> recipients) throws IOException {
        for (var recipient : recipients) {
            channel.write(ByteBuffer.wrap((id + " " + recipient + "\n").getBytes(StandardCharsets.UTF_8)));
        }
        channel.force(true);
    }

    private static void say(Socket socket, String answer) throws IOException {
        socket.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        channel.close();
    }
}
