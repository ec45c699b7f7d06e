package kongo.host.settings;

import java.util.Optional;
import java.util.regex.Pattern;

/** A host name or address (IPv6 in brackets) and a TCP port. */
public record HostPort(String host, int port) {

  private static final Pattern TEXT = Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.%]+]):([0-9]{1,5})");

  static Optional<HostPort> parse(String text) {
    var matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int port = Integer.parseInt(matcher.group(2));
    return port >= 1 && port <= 65_535 ? Optional.of(new HostPort(matcher.group(1), port)) : Optional.empty();
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
