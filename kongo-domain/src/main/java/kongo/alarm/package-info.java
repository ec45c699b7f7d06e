/** What operators are told: violations gathered to incidents (section 13 of docs/semantics.md). */
package kongo.alarm;
