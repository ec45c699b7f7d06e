package kongo.host.doctor;

import java.time.Instant;
import kongo.doctor.Diagnosis;

/**
 * What was found in the registry, and in what else was sent in for a while.
 *
 * @param since moves, readings and dead letters that were sent in before were not looked at
 * @param until when it began: of what was sent in after, some may have been looked at
 */
public record Examined(Diagnosis diagnosis, Instant since, Instant until) {}
