package kongo.doctor.finding;

import java.util.List;

/**
 * Something that an examination found.
 *
 * @param items the first few, those with the highest count first
 * @param more how many items there are beside these
 */
public record Finding(Heading heading, List<Item> items, long more) {}
