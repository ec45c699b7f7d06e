package kongo.protocol;

import kongo.registry.Registration;

/** What a record of the registry topic says; a null value says {@link Registration#DELETED}. */
public record RegistryRecord(String id, Registration registration) {}
