package kongo.desk;

/** What a Desk answers once its event is durable and what it says of its incidents is published. */
public record DeskReply() {}
