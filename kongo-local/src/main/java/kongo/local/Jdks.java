package kongo.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which of this machine's JDKs runs what; the launcher chooses likewise for a node of its own. */
public final class Jdks {

  /** The one that Cassandra runs on. */
  static final int OF_CASSANDRA = 17;
  static final int OLDEST = 17;
  static final int NEWEST = 25;

  private static final String CASSANDRA_HOME = "KONGO_CASSANDRA_JAVA_HOME";
  private static final String NODE_HOME = "KONGO_NODE_JAVA_HOME";
  private static final String PLACES = "KONGO_JDKS";

  private final Map<String, String> environment;
  private final Jdk running;
  private final List<Path> places;

  /** @param places folders whose folders are JDKs */
  Jdks(Map<String, String> environment, Jdk running, List<Path> places) {
    this.environment = Map.copyOf(environment);
    this.running = running;
    this.places = List.copyOf(places);
  }

  public static Jdks ofThisMachine() {
    return new Jdks(System.getenv(), Jdk.running(), places(System.getenv(PLACES)));
  }

  private static List<Path> places(String named) {
    return named == null ? usualPlaces() : Stream.of(named.split(File.pathSeparator)).filter(place -> !place.isBlank()).map(Path::of).toList();
  }

  private static List<Path> usualPlaces() {
    var home = Path.of(System.getProperty("user.home"));
    return List.of(
        Path.of("/usr/lib/jvm"), Path.of("/usr/java"), Path.of("/opt/java"), home.resolve(".sdkman/candidates/java"), home.resolve(".jdks"));
  }

  /** What a node runs on: the newest that is there, unless one is named. */
  public Jdk ofNodes() {
    return named(NODE_HOME)
        .map(jdk -> require(jdk, OLDEST, NEWEST, NODE_HOME))
        .orElseGet(() -> candidates().reduce(running, (best, each) -> each.feature() > best.feature() ? each : best));
  }

  /** One of each version that a node may run on, from the oldest to the newest. */
  public List<Jdk> allForNodes() {
    return candidates().collect(Collectors.toMap(Jdk::feature, jdk -> jdk, (first, other) -> first, TreeMap::new)).values().stream().toList();
  }

  private Stream<Jdk> candidates() {
    return Stream.concat(Stream.of(running), found()).filter(jdk -> jdk.feature() >= OLDEST && jdk.feature() <= NEWEST);
  }

  /** @throws LocalFailure if there is none that Cassandra runs on */
  public Jdk ofCassandra() {
    return named(CASSANDRA_HOME)
        .map(jdk -> require(jdk, OF_CASSANDRA, OF_CASSANDRA, CASSANDRA_HOME))
        .or(() -> Stream.concat(Stream.of(running), found()).filter(jdk -> jdk.feature() == OF_CASSANDRA).findFirst())
        .orElseThrow(() -> new LocalFailure(
            "Cassandra runs on JDK %d only, and there is only %d: install a JDK %d beside it (on Debian: apt install openjdk-17-jre-headless), or set %s."
                .formatted(OF_CASSANDRA, running.feature(), OF_CASSANDRA, CASSANDRA_HOME)));
  }

  private Optional<Jdk> named(String variable) {
    return Optional.ofNullable(environment.get(variable))
        .filter(home -> !home.isBlank())
        .map(home -> Jdk.at(Path.of(home)).orElseThrow(() -> new LocalFailure("%s is %s, and no JDK is there.".formatted(variable, home))));
  }

  private static Jdk require(Jdk jdk, int from, int to, String variable) {
    if (jdk.feature() < from || jdk.feature() > to) {
      throw new LocalFailure("%s is a JDK %d, and it has to be %s."
          .formatted(variable, jdk.feature(), from == to ? Integer.toString(from) : from + " to " + to));
    }
    return jdk;
  }

  /** In the order of their names, so that every start finds the same ones. */
  private Stream<Jdk> found() {
    return places.stream().filter(Files::isDirectory).flatMap(place -> foldersOf(place).stream()).map(Jdk::at).flatMap(Optional::stream);
  }

  private static List<Path> foldersOf(Path place) {
    try (var folders = Files.list(place)) {
      return folders.sorted(Comparator.naturalOrder()).toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
