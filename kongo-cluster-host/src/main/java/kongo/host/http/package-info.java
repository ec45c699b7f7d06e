/** What a node tells over HTTP. */
package kongo.host.http;
