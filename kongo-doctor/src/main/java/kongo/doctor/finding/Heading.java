package kongo.doctor.finding;

/**
 * What kind of finding one is.
 *
 * @param kind names it to programs, and never changes
 * @param says what is so, what follows from it, and what to do, in sentences for people
 */
public record Heading(String kind, Urgency urgency, Counted counted, String says) {}
