package kongo.doctor.finding;

import java.util.Optional;

/**
 * One thing of which a finding is true.
 *
 * @param subject the id, metric, category, field or reason that it is about
 * @param count how often, of what the heading counts
 * @param says an example in words
 * @param guess what may be meant instead
 * @param at the record of the example
 */
public record Item(String subject, long count, String says, Optional<String> guess, RecordAt at) {}
