package org.uniongrid.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Draws the icon sprite from the names in {@code icons.txt}. {@code bin/icons} runs it. */
final class Sprite {

    static final Path NAMES = Path.of("src/test/resources/icons.txt");
    static final Path FILE = Path.of("src/main/resources/static/assets/icons.svg");
    private static final String JAR = "META-INF/maven/org.webjars.npm/tabler__icons/pom.properties";

    private Sprite() {}

    public static void main(String[] args) throws IOException {
        Files.writeString(FILE, draw());
    }

    static String draw() throws IOException {
        var folder = "META-INF/resources/webjars/tabler__icons/" + version() + "/icons/outline/";
        var sprite = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\">\n");
        for (var name : Files.readAllLines(NAMES)) sprite.append(symbol(name, read(folder + name + ".svg")));
        return sprite.append("</svg>\n").toString();
    }

    private static String symbol(String name, String icon) {
        var shapes = icon.substring(icon.indexOf('>') + 1, icon.lastIndexOf("</svg>"))
                .replaceAll("<path stroke=\"none\" d=\"M0 0h24v24H0z\" fill=\"none\"\\s*/>", "")
                .replaceAll("\\s*/>\\s*", "/>")
                .strip();
        return "<symbol id=\"i-" + name + "\" viewBox=\"0 0 24 24\">" + shapes + "</symbol>\n";
    }

    private static String version() throws IOException {
        try (var pom = open(JAR)) {
            var properties = new Properties();
            properties.load(pom);
            return properties.getProperty("version");
        }
    }

    private static String read(String file) throws IOException {
        try (var in = open(file)) {
            return new String(in.readAllBytes());
        }
    }

    private static InputStream open(String file) {
        var in = Sprite.class.getClassLoader().getResourceAsStream(file);
        if (in == null) throw new IllegalArgumentException("Tabler has no " + file);
        return in;
    }
}
