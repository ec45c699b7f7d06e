package kongo.host.settings;

import java.time.Duration;

/**
 * The HTTP interface of a node.
 *
 * @param port 0 takes a free one
 * @param healthPort of health and metrics; 0 takes a free one
 * @param askTimeout how long a request may wait for an entity
 * @param openViolations how many open violations a node remembers
 */
public record HttpSettings(String host, int port, int healthPort, Duration askTimeout, int openViolations) {

  static HttpSettings read(SettingReader reader) {
    return new HttpSettings(
        reader.text("http.host", "[A-Za-z0-9._:%-]+|\\[[0-9A-Fa-f:.%]+]", "a host name or an address"),
        reader.integer("http.port", 0, 65_535),
        reader.integer("http.health-port", 0, 65_535),
        reader.duration("http.ask-timeout", Duration.ofMillis(100), Duration.ofMinutes(5)),
        reader.integer("http.open-violations", 1, 1_000_000));
  }
}
