package kongo.registry;

import java.util.Optional;
import kongo.violation.Cause;

/**
 * What the registry says of a Location; empty: nothing (any more).
 *
 * @param version a higher one replaces a lower one
 */
public record PlaceAt(long version, Optional<PlaceProfile> profile, Cause cause) {}
