package kongo.replay;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a journal is.
 *
 * @param contactPoints host:port, several separated by commas
 * @param driver a HOCON file with a {@code datastax-java-driver} section (users, TLS), if one is needed
 */
public record JournalSettings(String contactPoints, String datacenter, String keyspace, Optional<Path> driver) {}
