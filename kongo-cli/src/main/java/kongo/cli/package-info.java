/** The command line: one command, one file. */
package kongo.cli;
