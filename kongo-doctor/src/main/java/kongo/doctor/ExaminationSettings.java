package kongo.doctor;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import kongo.doctor.finding.Limits;
import kongo.protocol.EventTime;
import kongo.protocol.Topics;
import kongo.rules.RuleHistory;

/**
 * What an examination needs to know.
 *
 * @param client settings of the Kafka client, bootstrap servers included
 * @param books the one that the nodes were configured with, and those that were sent
 * @param eventTime the window of event time, as the nodes have it
 * @param since only moves, readings and dead letters that were sent in since then; the registry is always read whole
 */
public record ExaminationSettings(
    Map<String, String> client, Topics topics, RuleHistory books, EventTime eventTime, Optional<Instant> since, Limits limits) {}
