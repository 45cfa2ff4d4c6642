package com.duemate.themes.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** One room's texts in one language, gathered from every module that has such a file. */
final class Bundle {

    private Bundle() {}

    /** @return empty where no module has the file */
    static Map<String, String> read(ClassLoader source, String name) {
        Map<String, String> texts = new HashMap<>();
        try {
            Enumeration<URL> files = source.getResources("texts/" + name + ".properties");
            while (files.hasMoreElements()) {
                add(texts, files.nextElement());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the texts of " + name, e);
        }
        return Map.copyOf(texts);
    }

    private static void add(Map<String, String> texts, URL file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        for (String key : properties.stringPropertyNames()) {
            String text = properties.getProperty(key);
            String other = texts.putIfAbsent(key, text);
            if (other != null && !other.equals(text)) {
                throw new IllegalStateException("two modules give different texts to " + key);
            }
        }
    }
}
