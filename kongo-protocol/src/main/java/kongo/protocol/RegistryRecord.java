package kongo.protocol;

import java.util.OptionalLong;
import kongo.registry.Registration;

/**
 * What a record of the registry topic says; a null value says {@link Registration#DELETED}.
 *
 * @param from event time in milliseconds from which on it holds, 0 or more; empty: it does not say
 */
public record RegistryRecord(String id, Registration registration, OptionalLong from) {

  /** One that does not say from when on it holds. */
  public RegistryRecord(String id, Registration registration) {
    this(id, registration, OptionalLong.empty());
  }
}
