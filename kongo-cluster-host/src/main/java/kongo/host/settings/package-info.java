/** What an operator sets, read once and validated. */
package kongo.host.settings;
