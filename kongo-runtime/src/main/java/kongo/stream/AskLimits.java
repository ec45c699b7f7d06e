package kongo.stream;

/**
 * How large the asks of one partition may be, and how many of them there are.
 *
 * @param things Goods or moves in one ask at most
 * @param bytes of one ask, estimated and not compressed; one thing alone may be longer
 * @param inHand so many asks and words of the partition are waiting or under way; beyond, no further batch is taken
 */
public record AskLimits(int things, int bytes, int inHand) {}
