/**
 * The reference evaluator: docs/semantics.md said once more in Java, in batch, as plainly as possible. It shares the
 * vocabulary with the incremental engine but no evaluation code, so that each can judge the other.
 */
package kongo.reference;
