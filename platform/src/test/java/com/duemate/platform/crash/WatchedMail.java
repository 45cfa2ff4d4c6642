package com.duemate.platform.crash;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Stands between this process and the mail server, in this process, with a point at each line that it writes: before is before the
 * line leaves, after is when it left and nobody here has seen an answer yet.
 */
final class WatchedMail {

    private final ServerSocket listener;
    private final int sink;

    WatchedMail(int sink) throws IOException {
        this.sink = sink;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().name("watched-mail").daemon().start(this::listen);
    }

    int port() {
        return listener.getLocalPort();
    }

    private void listen() {
        try {
            while (true) {
                var near = listener.accept();
                var far = new Socket(InetAddress.getLoopbackAddress(), sink);
                near.setTcpNoDelay(true);
                far.setTcpNoDelay(true);
                var back = Thread.ofPlatform().daemon().unstarted(() -> answers(far, near));
                Thread.ofPlatform().daemon().start(() -> lines(near, far, back));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** No answer passes while a line does, so that none is seen before the point after the line was. */
    private static void lines(Socket near, Socket far, Thread back) {
        try (near;
                far) {
            back.start();
            boolean data = false;
            int body = 0;
            var in = near.getInputStream();
            for (var line = line(in); line.length > 0; line = line(in)) {
                var text = new String(line, StandardCharsets.ISO_8859_1).strip();
                body = data ? body + 1 : 0;
                boolean dot = data && text.equals(".");
                var name = data && !dot ? "mail line " + body : "mail " + (dot ? "the final dot" : verb(text));
                var written = line;
                synchronized (far) {
                    Points.around(name, () -> {
                        far.getOutputStream().write(written);
                        far.getOutputStream().flush();
                        return written.length;
                    });
                }
                data = data ? !dot : text.equalsIgnoreCase("DATA");
            }
        } catch (Exception _) {
            // One side hung up; closing tells the other.
        }
    }

    private static void answers(Socket far, Socket near) {
        try (near;
                far) {
            var in = far.getInputStream();
            var buffer = new byte[4096];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                synchronized (far) {
                    near.getOutputStream().write(buffer, 0, read);
                    near.getOutputStream().flush();
                }
            }
        } catch (IOException _) {
            // One side hung up; closing tells the other.
        }
    }

    private static String verb(String line) {
        return line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
    }

    /** With its end; empty when there is no more. */
    private static byte[] line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            line.write(next);
            if (next == '\n') {
                break;
            }
        }
        return line.toByteArray();
    }
}
