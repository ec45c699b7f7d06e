/** How nodes become one cluster, and only one. */
package kongo.host.cluster;
